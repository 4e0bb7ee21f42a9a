"""Prices a message would show, told apart from money to be spent."""

from collections.abc import Iterator

from requests_log.triage.hits import Range
from requests_log.triage.reading import Reading

_LEAST = 3
_YEARS = range(1900, 2100)
_NOT_A_PRICE = ("spend_act", "countable", "percent", "of_content")
_BEFORE = frozenset("a por at for from solo desde just only".split())
_AFTER = frozenset("este esta al el la y e this a per each and todo all mes".split())


def prices(reading: Reading) -> Iterator[Range]:
    """Sums with a currency, and bare numbers that stand where a price stands."""
    sums = {(amount.first, amount.last) for amount in reading.amounts}
    for place in sorted(sums):
        if not reading.near(place, *_NOT_A_PRICE, words=5):
            yield place
    for number in reading.quantities:
        place = (number.first, number.last)
        likely = number.value >= _LEAST and number.value not in _YEARS
        if place not in sums and likely and _stands(reading, place):
            yield place


def _stands(reading: Reading, place: Range) -> bool:
    words, clause = reading.text.words, reading.text.clause_of
    first, last = place
    if not words[first][0].isdecimal() or reading.near(place, *_NOT_A_PRICE, words=3):
        return False
    if reading.near(place, "per_price", words=1):
        return True
    before = first > 0 and words[first - 1] in _BEFORE
    if first > 1 and words[first - 2][0].isdecimal():
        return False
    ends = last == len(words) or clause[last] != clause[first]
    return before and (ends or words[last] in _AFTER)
