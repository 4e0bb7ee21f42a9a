"""What is done by a button alone, without a page that asks."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest

from requests_log.forms.refusals import REFUSALS, sentence


def one_touch(
    request: HttpRequest, act: Callable[[], object], said: str, *, tags: str = ""
) -> None:
    """Act, and have the next page say SAID, or why it could not be done."""
    try:
        act()
    except REFUSALS as error:
        messages.warning(request, sentence(error))
    else:
        messages.success(request, said, extra_tags=tags)
