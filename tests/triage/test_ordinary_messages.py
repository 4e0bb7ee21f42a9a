"""Messages with nothing wrong in them: plain work, and mere talk of bad practice."""

import json
from pathlib import Path

import pytest

from requests_log.triage.engine import triage
from requests_log.triage.rulebook import Rulebook

FILE = Path(__file__).parent / "ordinary_messages.jsonl"
MESSAGES = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
MOST_FLAGGED = {"plain": 0.05, "near": 0.08}


@pytest.mark.parametrize("kind", MOST_FLAGGED)
def test_few_of_them_are_held_for_bad_practice(kind: str, rulebook: Rulebook) -> None:
    texts = [message["text"] for message in MESSAGES if message["kind"] == kind]
    flagged = [text for text in texts if _held(text, rulebook)]
    assert len(flagged) <= MOST_FLAGGED[kind] * len(texts), flagged


def _held(text: str, rulebook: Rulebook) -> bool:
    answer = triage(text, strategy=None, wanted_in_days=None, rulebook=rulebook)
    return bool(answer.findings)
