import json
from pathlib import Path

import pytest

from requests_log.triage.engine import triage
from requests_log.triage.rulebook import Rulebook

FILE = Path(__file__).parents[1] / "data" / "practice_messages.jsonl"
LEAST_CAUGHT = 0.95
LEAST_NAMED = 0.85
MOST_FLAGGED = 0.07


@pytest.fixture(scope="module")
def messages() -> list[dict[str, str | None]]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def codes(text: str | None, rulebook: Rulebook) -> set[str]:
    answer = triage(text or "", strategy=None, wanted_in_days=None, rulebook=rulebook)
    return {finding.rule for finding in answer.findings}


@pytest.mark.parametrize("language", ["es", "en"])
def test_bad_practice_is_caught_in_both_languages(messages, rulebook, language) -> None:
    bad = [m for m in messages if m["code"] and m["lang"] == language]
    missed = [m["text"] for m in bad if not codes(m["text"], rulebook)]
    assert len(missed) <= (1 - LEAST_CAUGHT) * len(bad), missed


def test_what_was_caught_carries_its_own_code(messages, rulebook) -> None:
    found = [(m["code"], codes(m["text"], rulebook)) for m in messages if m["code"]]
    caught = [(code, names) for code, names in found if names]
    named = [code for code, names in caught if code in names]
    assert len(named) >= LEAST_NAMED * len(caught)


def test_ordinary_requests_are_left_in_peace(messages, rulebook) -> None:
    fine = [m["text"] for m in messages if m["code"] is None]
    flagged = [text for text in fine if codes(text, rulebook)]
    assert len(flagged) <= MOST_FLAGGED * len(fine), flagged
