import json
from pathlib import Path
from typing import Any

import pytest

from consultancy.strategy_file import read_strategies
from requests_log.triage.engine import triage
from requests_log.triage.findings import Finding
from requests_log.triage.rulebook import Rulebook

FOLDER = Path(__file__).parents[1] / "data"
LINES = (FOLDER / "strategy_messages.jsonl").read_text(encoding="utf-8").splitlines()
MESSAGES = [json.loads(line) for line in LINES]
Message = dict[str, Any]
OFF_STRATEGY = [one for one in MESSAGES if one["label"] == "off_strategy"]
FINE = [one for one in MESSAGES if one["label"] == "fine"]


def found(message: Message, rulebook: Rulebook) -> list[Finding]:
    text = (FOLDER / "strategies.yaml").read_text(encoding="utf-8")
    by_id = {strategy.id: strategy for strategy in read_strategies(text)}
    answer = triage(
        message["text"],
        strategy=by_id[message["profile"]],
        wanted_in_days=message["wanted_in_days"],
        rulebook=rulebook,
    )
    return [item for item in answer.findings if item.strategy_field]


@pytest.mark.parametrize("message", OFF_STRATEGY, ids=lambda one: one["text"][:40])
def test_a_message_against_the_strategy_is_heard(
    message: Message, rulebook: Rulebook
) -> None:
    codes = {item.rule for item in found(message, rulebook)}
    assert codes.intersection(message["reasons"])


@pytest.mark.parametrize("message", FINE, ids=lambda one: one["text"][:40])
def test_a_message_within_it_is_not(message: Message, rulebook: Rulebook) -> None:
    assert found(message, rulebook) == []
