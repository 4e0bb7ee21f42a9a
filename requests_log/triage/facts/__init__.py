"""Facts asked for in a message, compared with the agreed strategy."""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import NamedTuple

from consultancy.strategy_file import Strategy
from requests_log.triage.facts import (
    audience,
    budget,
    cadence,
    channel,
    goal,
    house_decision,
    language,
    lead_time,
    market,
    promotional_share,
    tone,
    topic,
)
from requests_log.triage.facts.breach import Breach
from requests_log.triage.reading import Reading

_KEPT_TO = ("_in", "_within", "_later")


class Fact(NamedTuple):
    """What a field of the strategy can be asked about a message."""

    broken: Callable[[Reading, Strategy], Iterator[Breach]]
    touched: Callable[[Reading, Strategy], Iterator[str]]
    line: Callable[[Reading, Strategy], tuple[str, str] | None]


def _fact(module: ModuleType) -> Fact:
    return Fact(module.broken, module.touched, module.line)


FACTS = {
    "audience": _fact(audience),
    "budget": _fact(budget),
    "cadence": _fact(cadence),
    "channel": _fact(channel),
    "goal": _fact(goal),
    "house_decision": _fact(house_decision),
    "language": _fact(language),
    "lead_time": _fact(lead_time),
    "market": _fact(market),
    "promotional_share": _fact(promotional_share),
    "tone": _fact(tone),
    "topic": _fact(topic),
}


def breaches(fact: str, reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Every line of the strategy the message goes against in that fact."""
    return FACTS[fact].broken(reading, strategy)


def touches(reading: Reading, strategy: Strategy) -> Iterator[str]:
    """What of the strategy the message touches, broken or not."""
    for fact in FACTS.values():
        yield from fact.touched(reading, strategy)


def line_of(fact: str, reading: Reading, strategy: Strategy) -> tuple[str, str] | None:
    """The field and the line a breach would be of; None where nothing was agreed, or
    all that is named keeps to it."""
    touched = set(FACTS[fact].touched(reading, strategy))
    if touched and all(name.endswith(_KEPT_TO) for name in touched):
        return None
    return FACTS[fact].line(reading, strategy)
