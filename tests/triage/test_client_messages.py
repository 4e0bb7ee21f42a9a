"""What goes against a client's strategy, and what only speaks of its lines."""

import json
from pathlib import Path

import pytest

from consultancy.strategy_file import Strategy, read_strategies
from requests_log.triage.engine import triage
from requests_log.triage.rulebook import Rulebook

HERE = Path(__file__).parent
CLIENTS = HERE.parent / "data" / "messages"
LINES = (HERE / "client_messages.jsonl").read_text("utf-8").splitlines()
MESSAGES = [json.loads(line) for line in LINES]
LEAST_HEARD, MOST_FLAGGED = 0.9, 0.17


@pytest.fixture(scope="module")
def clients() -> dict[str, Strategy]:
    texts = (path.read_text("utf-8") for path in sorted(CLIENTS.glob("*.yaml")))
    return {each.id: each for text in texts for each in read_strategies(text)}


def test_most_of_what_breaks_a_line_is_heard(
    clients: dict[str, Strategy], rulebook: Rulebook
) -> None:
    against = [message for message in MESSAGES if message["code"]]
    heard = [each for each in against if _verdict(each, clients, rulebook) != "fine"]
    assert len(heard) >= LEAST_HEARD * len(against)


def test_little_of_what_only_speaks_of_a_line_is(
    clients: dict[str, Strategy], rulebook: Rulebook
) -> None:
    within = [message for message in MESSAGES if not message["code"]]
    heard = [each for each in within if _verdict(each, clients, rulebook) != "fine"]
    assert len(heard) <= MOST_FLAGGED * len(within)


def _verdict(
    message: dict[str, str], clients: dict[str, Strategy], rulebook: Rulebook
) -> str:
    strategy = clients[message["client"]]
    text = message["text"]
    answer = triage(text, strategy=strategy, wanted_in_days=None, rulebook=rulebook)
    return answer.verdict
