"""Bad practice asked for in fresh words: the slots of the schemes hear it."""

import json
from pathlib import Path

import pytest

from requests_log.triage.engine import triage
from requests_log.triage.rulebook import Rulebook

FILE = Path(__file__).parent / "scheme_messages.jsonl"
MESSAGES = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
LEAST_CAUGHT, LEAST_NAMED = 0.85, 0.85


@pytest.mark.parametrize("language", ["es", "en"])
def test_they_are_held_and_most_by_their_own_name(
    language: str, rulebook: Rulebook
) -> None:
    found = [
        (message["code"], _codes(message["text"], rulebook))
        for message in MESSAGES
        if message["lang"] == language
    ]
    caught = [(code, codes) for code, codes in found if codes]
    named = [code for code, codes in caught if code in codes]
    assert len(caught) >= LEAST_CAUGHT * len(found)
    assert len(named) >= LEAST_NAMED * len(caught)


def _codes(text: str, rulebook: Rulebook) -> set[str]:
    answer = triage(text, strategy=None, wanted_in_days=None, rulebook=rulebook)
    return {finding.rule for finding in answer.findings}
