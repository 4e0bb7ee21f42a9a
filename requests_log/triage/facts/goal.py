"""What the work is for, against the agreed goals."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.hits import Range
from requests_log.triage.reading import Reading

GOALS = tuple(
    "sales leads bookings awareness community support loyalty recruitment".split()
)
_WORKS_AGAINST = {
    "blocks_contact": ("bookings", "leads", "sales", "support"),
    "silences_people": ("community", "support", "loyalty", "awareness"),
    "hides_the_brand": ("awareness", "leads", "sales", "bookings"),
    "mystery": ("awareness", "leads", "sales", "bookings", "recruitment"),
}
_WAYS_IN = frozenset(
    ("bookings", "leads", "sales", "support", "recruitment", "community", "awareness")
)
_DESPITE = frozenset({"negation"})


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Requests that work against the agreed goals or put another in their place."""
    line = ", ".join(strategy.goals)
    found = (
        *_working_against(reading, strategy),
        *_put_aside(reading, strategy),
        *_put_first(reading, strategy),
        *_another_use(reading, strategy),
        *_for_show(reading),
    )
    for places in found:
        despite = _DESPITE if len(places) > 1 else frozenset()
        yield Breach(places, "goals", line, despite)


def _working_against(
    reading: Reading, strategy: Strategy
) -> Iterator[tuple[Range, ...]]:
    for concept, harmed in _WORKS_AGAINST.items():
        if set(harmed) & set(strategy.goals):
            for place in reading.of(concept):
                if not _is_upkeep(reading, place, place):
                    yield (place,)
    yield from _silencing(reading)
    if _WAYS_IN & set(strategy.goals):
        yield from _way_in_removed(reading)


def _way_in_removed(reading: Reading) -> Iterator[tuple[Range, ...]]:
    """People are to find no way of reaching the client any more."""
    for thing in reading.of("way_in"):
        removed = reading.near(thing, "remove_act", words=4)
        if removed and not _is_upkeep(reading, thing, removed):
            yield thing, removed
    for place in reading.of("contact_removed"):
        if not _is_upkeep(reading, place, place):
            yield (place,)


def _is_upkeep(reading: Reading, thing: Range, act: Range) -> bool:
    """Whether another takes its place, or it is only to be kept out of one post."""
    if reading.near(thing, "replaced_by", words=6):
        return True
    return (
        act[0] in reading.denied or reading.near(thing, "of_one", words=8) is not None
    )


def _silencing(reading: Reading) -> Iterator[tuple[Range, ...]]:
    """Nobody is to be answered any more, whatever was said."""
    for answering in reading.of("answering"):
        stop = reading.near(answering, "stop_act", words=3)
        everyone = reading.near(answering, "to_everyone", words=6)
        if stop and everyone and stop[1] <= min(answering[0], everyone[0]):
            yield answering, stop, everyone
    for place in reading.of("unanswered"):
        whose = reading.around(place, "answering", "people_writing")
        if whose and not reading.around(place, "handled", "agreed_line"):
            yield place, whose


def _put_aside(reading: Reading, strategy: Strategy) -> Iterator[tuple[Range, ...]]:
    for goal in sorted(set(GOALS) & set(strategy.goals)):
        for place in reading.of(f"goal_{goal}"):
            dropped = reading.near(place, "drop_goal", words=8)
            if dropped:
                yield place, dropped


def _put_first(reading: Reading, strategy: Strategy) -> Iterator[tuple[Range, ...]]:
    for goal in sorted(set(GOALS) - set(strategy.goals)):
        for place in reading.of(f"goal_{goal}"):
            first = reading.near(place, "top_priority", words=10)
            if first:
                yield place, first


def _another_use(reading: Reading, strategy: Strategy) -> Iterator[tuple[Range, ...]]:
    """The account is to serve something that is none of the goals."""
    agreed = [f"goal_{goal}" for goal in GOALS if goal in strategy.goals]
    for place in reading.of("account_for"):
        if not agreed or not reading.near(place, *agreed, words=8):
            yield (place,)


def _for_show(reading: Reading) -> Iterator[tuple[Range, ...]]:
    for place in reading.of("vanity_goal"):
        yield (place,)
    for place in reading.of("vanity_metric"):
        only = reading.near(place, "top_priority", words=10)
        useless = only or reading.around(place, "no_good_for_sales")
        if useless:
            yield place, useless
    for place in reading.of("big_reach"):
        anyone = reading.around(place, "any_old")
        if anyone:
            yield place, anyone
    for place in (*reading.of("fame"), *reading.of("vanity_metric")):
        careless = reading.around(place, "no_matter")
        if careless and reading.near(careless, "of_business", words=6):
            yield place, careless


def touched(_reading: Reading, strategy: Strategy) -> Iterator[str]:
    """What the work is for."""
    yield from (f"for_{goal}" for goal in strategy.goals[:1])


def line(_reading: Reading, strategy: Strategy) -> tuple[str, str] | None:
    """The goals agreed."""
    goals = ", ".join(strategy.goals)
    return ("goals", goals) if goals else None
