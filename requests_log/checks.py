"""What must be true of the rules before anybody is served; run by `manage.py check`."""

from typing import Any

from django.core.checks import CheckMessage, Error

from requests_log.selectors.rulebook import rulebook
from requests_log.triage.rulebook import RuleFileError


def rules_can_be_read(**_kwargs: Any) -> list[CheckMessage]:
    try:
        rulebook()
    except RuleFileError as error:
        return [
            Error(
                f"The rules cannot be read. {error}.",
                hint="Put the file right, or back to what it was; then start again.",
                id="requests_log.E001",
            )
        ]
    return []
