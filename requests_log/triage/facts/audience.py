"""Ages to be addressed, against the agreed audience."""

from collections.abc import Iterator
from itertools import pairwise

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.lexicon import Range
from requests_log.triage.reading import Reading

GROUPS = {
    "age_kids": (0, 12),
    "age_teens": (12, 17),
    "age_students": (18, 24),
    "age_gen_z": (14, 28),
    "age_young": (18, 29),
    "age_millennials": (29, 44),
    "age_seniors": (65, 90),
}
_ACTS = ("target", "advertise", "publish", "make", "content_unit", "audience_word")
_OLDEST, _LEAST_SHARED = 90, 0.34
_MOST_REACH = 16
Ages = tuple[int, int]


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Ages mostly outside those agreed, where the request addresses them."""
    agreed = strategy.audience.ages
    if agreed is None:
        return
    line = f"{agreed[0]}-{agreed[1]}"
    for place, ages in _asked(reading):
        act = reading.near(place, *_ACTS, words=_MOST_REACH)
        if act and _shared(ages, agreed) < _LEAST_SHARED:
            yield Breach((place, act), "audience", line)


def _shared(asked: Ages, agreed: Ages) -> float:
    low, high = max(asked[0], agreed[0]), min(asked[1], agreed[1])
    return max(0, high - low) / max(1, asked[1] - asked[0])


def _asked(reading: Reading) -> Iterator[tuple[Range, Ages]]:
    for name, ages in GROUPS.items():
        for place in reading.of(name):
            yield place, ages
    yield from _in_figures(reading)


def _in_figures(reading: Reading) -> Iterator[tuple[Range, Ages]]:
    numbers = [n for n in reading.quantities if 10 <= n.value <= _OLDEST]
    used: set[int] = set()
    for one, other in pairwise(numbers):
        between = reading.text.words[one.last : other.first]
        near = other.first - one.last <= 2 and one.value < other.value
        joined = set(between) <= {"a", "to", "y", "and", "hasta"}
        place = (one.first, other.last)
        if near and joined and _is_age(reading, place):
            used |= {one.first, other.first}
            yield place, (int(one.value), int(other.value))
    for number in numbers:
        place, age = (number.first, number.last), int(number.value)
        if number.first in used:
            continue
        if reading.near(place, "or_older", words=2):
            yield place, (age, max(_OLDEST, age))
        elif reading.near(place, "or_younger", words=2):
            yield place, (max(0, age - 12), age)
        elif reading.near(place, "years_old", words=2):
            yield place, (age, age + 9 if age % 10 == 0 else age + 1)


def _is_age(reading: Reading, place: Range) -> bool:
    return bool(reading.near(place, "years_old", "target", "audience_word", words=6))
