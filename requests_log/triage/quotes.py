"""Words that fired, as the spans a screen marks."""

from collections.abc import Iterable

from requests_log.triage.findings import Span
from requests_log.triage.hits import Range
from requests_log.triage.numbers import Amount
from requests_log.triage.reading import Reading

MOST_SPANS = 12


def quotes(places: Iterable[Range], reading: Reading) -> tuple[Span, ...]:
    """Return the places as spans, sums of money whole; those that touch are one:
    "forty quid", not two."""
    spans: list[Span] = []
    for place in sorted({_whole(place, reading.amounts) for place in places}):
        span = Span(*reading.text.span(*place))
        if spans and span.start <= spans[-1].end + 1:
            before = spans.pop()
            span = Span(before.start, max(before.end, span.end))
        spans.append(span)
    return tuple(spans[:MOST_SPANS])


def _whole(place: Range, amounts: Iterable[Amount]) -> Range:
    """The place with all of an amount it cuts through: "10 €" and not "€"."""
    first, last = place
    for amount in amounts:
        if amount.first < last and first < amount.last:
            first, last = min(first, amount.first), max(last, amount.last)
    return first, last
