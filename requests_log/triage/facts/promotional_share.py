"""How much of what is published may sell, against the agreed share."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.hits import Range
from requests_log.triage.numbers import Quantity
from requests_log.triage.reading import Reading

_SHARES = {"share_all": 100, "share_most": 75, "share_half": 50, "share_third": 33}
_HALF = 50
_NUMBERS_APART, _MOST_POSTS = 5, 100
_OF_WHICH = frozenset("con with que sean should for para".split())
_BEFORE_THE_WHOLE = ("each", "every", "cada")


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Shares of selling content above the agreed maximum."""
    most = strategy.promotional_share_max
    if most is None:
        return
    for place, share in _asked(reading):
        if share <= most or reading.near(place, "as_agreed", words=6):
            continue
        sold = _sold(reading, place)
        if sold:
            yield Breach((place, sold), "promotional_share_max", str(most))


def _sold(reading: Reading, place: Range) -> Range | None:
    return reading.near(place, "promotion", words=25) or reading.around(
        place, "promotion"
    )


def _asked(reading: Reading) -> Iterator[tuple[Range, float]]:
    for name, share in _SHARES.items():
        for place in reading.of(name):
            if share > _HALF or reading.near(place, "of_content", words=6):
                yield place, share
    for place in reading.of("only_word"):
        sold = reading.near(place, "promotion", words=2)
        if sold and sold > place and reading.near(place, "of_content", words=5):
            yield place, 100
    yield from _fractions(reading)
    for place in reading.of("percent"):
        number = reading.counted.get(place[0])  # none at "0%" and "per cent"
        if number and reading.near(place, "of_content", words=8):
            yield place, number.value


def _fractions(reading: Reading) -> Iterator[tuple[Range, float]]:
    for one, other in pairwise(reading.quantities):
        if not 0 <= other.first - one.last <= _NUMBERS_APART:
            continue
        part, whole = _part_and_whole(reading, one, other)
        article = reading.text.words[one.first] in ("a", "an")
        if 0 < part <= whole <= _MOST_POSTS and not article and not other.weak:
            yield (one.first, other.last), 100 * part / whole


def _part_and_whole(
    reading: Reading, one: Quantity, other: Quantity
) -> tuple[float, float]:
    """The two numbers in order; zeros when nothing makes them a fraction."""
    words = reading.text.words
    if one.first and words[one.first - 1] in _BEFORE_THE_WHOLE:
        return other.value, one.value
    after = words[other.last : other.last + 1]
    listed = after and after[0] in _OF_WHICH and other.value < one.value
    if listed and reading.near((one.first, one.last), "of_content", words=2):
        return other.value, one.value
    between = reading.of("out_of")
    at = bisect_left(between, (one.last,))
    joined = any(last <= other.first for _, last in between[at : at + 1])
    return (one.value, other.value) if joined else (0.0, 0.0)


def touched(reading: Reading, strategy: Strategy) -> Iterator[str]:
    """Whether a share is named above, or within, the agreed maximum."""
    most = strategy.promotional_share_max
    if most is not None:
        for _, share in _asked(reading):
            yield "share_over" if share > most else "share_within"


def line(_reading: Reading, strategy: Strategy) -> tuple[str, str] | None:
    """The share agreed."""
    most = strategy.promotional_share_max
    return None if most is None else ("promotional_share_max", str(most))
