from collections.abc import Callable
from typing import Any

import pytest

from consultancy.strategy_file import strategy_from_fields
from requests_log.triage.engine import triage
from requests_log.triage.rulebook import Rulebook

Lines = Callable[..., list[str]]


@pytest.fixture
def broken_lines(rulebook: Rulebook) -> Lines:
    """The strategy lines a text breaks, for a strategy of the fields given."""

    def lines(text: str, *, days: int | None = None, **fields: Any) -> list[str]:
        strategy = strategy_from_fields({"id": "x", "name": "X", **fields})
        answer = triage(text, strategy=strategy, wanted_in_days=days, rulebook=rulebook)
        found = answer.findings
        return [item.strategy_line or "" for item in found if item.strategy_field]

    return lines
