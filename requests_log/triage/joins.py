"""Concepts named by other concepts that stand together: who does what to whom."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from requests_log.triage.hits import Hits, Range
from requests_log.triage.text import Text

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

    @cached_property
    def needed(self) -> int:
        """The parts as bits, as a message's hits tell what is present."""
        return sum(1 << part for part in set(self.parts))


def note_joins(joins: tuple[Join, ...], text: Text, hits: Hits) -> None:
    """Add to the hits what the joins name, in the order the joins are given."""
    for join in joins:
        if hits.present & join.needed == join.needed:
            for parts in _found(join, text, hits):
                hits.join(join.names, parts)


def _found(join: Join, text: Text, hits: Hits) -> list[tuple[Range, ...]]:
    found = []
    for start in hits.of((join.first,)):
        parts = [start]
        for step in join.steps:
            place = _stepped(step, parts, text, hits)
            if place is None:
                break
            parts.append(place)
        else:
            found.append(tuple(parts))
            if len(found) == MOST_FOUND:
                break
    return found


def _stepped(step: Step, parts: list[Range], text: Text, hits: Hits) -> Range | None:
    """The nearest place of the step: ordered in its sentence, else one further."""
    first, last = min(a for a, _ in parts), max(b for _, b in parts)
    sentence = text.sentence_of[first]
    places = hits.of((step.concept,))
    middle = bisect_left(places, (first, last))
    least = 0 if step.ordered else _CANDIDATES
    beside = 0 if step.ordered else 1
    best, closest = None, step.words + 1
    for place in places[max(0, middle - least) : middle + _CANDIDATES]:
        behind, before = place[0] - last, first - place[1]
        apart = behind if step.ordered else max(behind, before)
        near = abs(text.sentence_of[place[0]] - sentence) <= beside
        if near and 0 <= apart < closest:
            best, closest = place, apart
    return best
