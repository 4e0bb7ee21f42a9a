"""Words that fired, as the spans a screen marks."""

from collections.abc import Iterable

from requests_log.triage.findings import Span
from requests_log.triage.hits import Range
from requests_log.triage.numbers import Amount
from requests_log.triage.reading import LONG, Reading
from requests_log.triage.text import Text

MOST_SPANS = 12
_MOST_BETWEEN = 2


def quotes(places: Iterable[Range], reading: Reading) -> tuple[Span, ...]:
    """Return the places as spans, sums of money whole; those that touch, or have only
    small words of their clause between, are one: "five stars on the web", not two."""
    whole: list[Range] = []
    for place in sorted({_whole(place, reading.amounts) for place in places}):
        if whole and _go_together(whole[-1], place, reading.text):
            first, last = whole[-1]
            whole[-1] = first, max(last, place[1])
        else:
            whole.append(place)
    return tuple(Span(*reading.text.span(*place)) for place in whole[:MOST_SPANS])


def _whole(place: Range, amounts: Iterable[Amount]) -> Range:
    """The place with all of an amount it cuts through: "10 €" and not "€"."""
    first, last = place
    for amount in amounts:
        if amount.first < last and first < amount.last:
            first, last = min(first, amount.first), max(last, amount.last)
    return first, last


def _go_together(one: Range, other: Range, text: Text) -> bool:
    between = text.words[one[1] : other[0]]
    small = len(between) <= _MOST_BETWEEN and all(len(word) <= LONG for word in between)
    return small and text.clause_of[one[1] - 1] == text.clause_of[other[0]]
