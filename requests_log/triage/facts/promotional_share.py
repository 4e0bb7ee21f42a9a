"""How much of what is published may sell, against the agreed share."""

from collections.abc import Iterator
from itertools import pairwise

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.lexicon import Range
from requests_log.triage.reading import Reading

_SHARES = {"share_all": 100, "share_most": 75, "share_half": 50, "share_third": 33}
_NUMBERS_APART = 5


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Shares of selling content above the agreed maximum."""
    most = strategy.promotional_share_max
    if most is None:
        return
    for place, share in _asked(reading):
        sold = reading.near(place, "promotion", words=20)
        if sold and share > most:
            yield Breach((place, sold), "promotional_share_max", str(most))


def _asked(reading: Reading) -> Iterator[tuple[Range, float]]:
    for name, share in _SHARES.items():
        for place in reading.of(name):
            yield place, share
    yield from _fractions(reading)
    for place in reading.of("percent"):
        number = next(n for n in reading.quantities if n.last > place[0])
        if reading.near(place, "of_content", words=8):
            yield place, number.value


def _fractions(reading: Reading) -> Iterator[tuple[Range, float]]:
    for one, other in pairwise(reading.quantities):
        between = reading.of("out_of")
        joined = any(one.last <= a and b <= other.first for a, b in between)
        close = other.first - one.last <= _NUMBERS_APART
        if joined and close and 0 < one.value <= other.value:
            yield (one.first, other.last), 100 * one.value / other.value
