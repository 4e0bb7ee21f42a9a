"""Concepts named by other concepts that stand together: who does what to whom."""

from bisect import bisect_left
from dataclasses import dataclass

from requests_log.triage.hits import Hits, Range
from requests_log.triage.text import Text, and_beside

ORDERED, EITHER = ">", "+"
REACH = {ORDERED: 4, EITHER: 7}
MOST_FOUND, _CANDIDATES = 12, 6


@dataclass(frozen=True)
class Step:
    """The next concept, at most `words` away; behind the last one if ordered."""

    concept: int
    words: int
    ordered: bool


@dataclass(frozen=True)
class Join:
    """A first concept and the steps from it; what it names when all are met."""

    first: int
    steps: tuple[Step, ...]
    names: tuple[int, ...]

    @property
    def parts(self) -> tuple[int, ...]:
        return (self.first, *(step.concept for step in self.steps))


def note_joins(joins: tuple[Join, ...], text: Text, hits: Hits) -> None:
    """Add to the hits what the joins name, in the order the joins are given."""
    heard = hits.heard()
    for join in joins:
        if join.first in heard and all(step.concept in heard for step in join.steps):
            for parts in _found(join, text, hits):
                hits.join(join.names, parts)


def _found(join: Join, text: Text, hits: Hits) -> list[tuple[Range, ...]]:
    found: list[tuple[Range, ...]] = []
    beside = [(step, hits.of((step.concept,))) for step in join.steps]
    here = and_beside({text.sentence_of[first] for first, _ in beside[0][1]})
    starts = hits.of((join.first,))
    for start in (each for each in starts if text.sentence_of[each[0]] in here):
        parts, (first, last) = [start], start
        for step, places in beside:
            place = _stepped(step, places, (first, last), text)
            if place is None:
                break
            parts.append(place)
            first, last = min(first, place[0]), max(last, place[1])
        else:
            found.append(tuple(parts))
            if len(found) == MOST_FOUND:
                break
    return found


def _stepped(
    step: Step, places: list[Range], so_far: Range, text: Text
) -> Range | None:
    """The nearest place of the step: ordered in its sentence, else one further."""
    first, last = so_far
    sentence_of, sentence = text.sentence_of, text.sentence_of[first]
    if step.ordered:
        at = bisect_left(places, (last,))
        if at == len(places) or places[at][0] - last > step.words:
            return None
        return places[at] if sentence_of[places[at][0]] == sentence else None
    at = bisect_left(places, so_far)
    best, closest = None, step.words + 1
    for place in places[max(0, at - _CANDIDATES) : at + _CANDIDATES]:
        apart = place[0] - last if place[0] >= last else first - place[1]
        if 0 <= apart < closest and abs(sentence_of[place[0]] - sentence) <= 1:
            best, closest = place, apart
    return best
