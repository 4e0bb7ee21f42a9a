"""Words that fired, as the spans a screen marks."""

from collections.abc import Iterable

from requests_log.triage.findings import Span
from requests_log.triage.hits import Range
from requests_log.triage.text import Text

MOST_SPANS = 12


def quotes(places: Iterable[Range], text: Text) -> tuple[Span, ...]:
    """Return the places as spans; those that touch are one: "forty quid", not two."""
    spans: list[Span] = []
    for place in sorted(set(places)):
        span = Span(*text.span(*place))
        if spans and span.start <= spans[-1].end + 1:
            before = spans.pop()
            span = Span(before.start, max(before.end, span.end))
        spans.append(span)
    return tuple(spans[:MOST_SPANS])
