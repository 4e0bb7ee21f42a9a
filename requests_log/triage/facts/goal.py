"""What the work is for, against the agreed goals."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.reading import Reading

GOALS = tuple(
    "sales leads bookings awareness community support loyalty recruitment".split()
)
_WORKS_AGAINST = {
    "blocks_contact": ("bookings", "leads", "sales", "support"),
    "silences_people": ("community", "support", "loyalty", "awareness"),
    "hides_the_brand": ("awareness", "leads", "sales", "bookings"),
}


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Requests that work against the agreed goals or put another in their place."""
    line = ", ".join(strategy.goals)
    for concept, harmed in _WORKS_AGAINST.items():
        if set(harmed) & set(strategy.goals):
            for place in reading.of(concept):
                yield Breach((place,), "goals", line)
    for place in reading.of("vanity_goal"):
        yield Breach((place,), "goals", line)
    yield from _put_aside(reading, strategy, line)
    yield from _put_first(reading, strategy, line)


def _put_aside(reading: Reading, strategy: Strategy, line: str) -> Iterator[Breach]:
    for goal in sorted(set(GOALS) & set(strategy.goals)):
        for place in reading.of(f"goal_{goal}"):
            dropped = reading.near(place, "drop_goal", words=10)
            if dropped:
                yield Breach((place, dropped), "goals", line, frozenset({"negation"}))


def _put_first(reading: Reading, strategy: Strategy, line: str) -> Iterator[Breach]:
    for goal in sorted(set(GOALS) - set(strategy.goals)):
        for place in reading.of(f"goal_{goal}"):
            first = reading.near(place, "top_priority", words=10)
            if first:
                yield Breach((place, first), "goals", line)
