"""The closed list of conditions a rule is made of.

near   all concepts, in any order, a few words apart
order  the concepts one after another
has    one concept
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from requests_log.triage.hits import Hits, Range
from requests_log.triage.text import Text

KINDS = ("near", "order", "has")
SCOPES = {"clause": -1, "sentence": 0, "passage": 1, "message": 1_000_000}
DEFAULT_WORDS = 12
MOST_MATCHES = 20
WHOLE_MESSAGE, LONG_TEXT, REACH_IN_LONG_TEXT = 100_000, 60, 16
_NEIGHBOURS = 4
Slot = tuple[int, ...]


@dataclass(frozen=True)
class Match:
    """Token ranges that met a condition; the first named one is the act."""

    ranges: tuple[Range, ...]

    def covers(self, place: Range) -> bool:
        """Whether the range shares a word with what was matched."""
        return any(a < place[1] and place[0] < b for a, b in self.ranges)

    def holds(self, place: Range) -> bool:
        """Whether all of the range is part of what was matched."""
        return any(a <= place[0] and place[1] <= b for a, b in self.ranges)

    @cached_property
    def first(self) -> int:
        return min(first for first, _ in self.ranges)

    @cached_property
    def last(self) -> int:
        return max(last for _, last in self.ranges)


@dataclass(frozen=True)
class Condition:
    """A kind over slots of concept numbers, its reach and what must be absent."""

    kind: str
    slots: tuple[Slot, ...]
    masks: tuple[int, ...]
    words: int = DEFAULT_WORDS
    within: str = "sentence"
    without: Slot = ()
    despite: frozenset[str] = frozenset()
    asked: str | None = None
    alone: bool = False

    def matches(self, text: Text, hits: Hits) -> list[Match]:
        """Where the text meets the condition, at most MOST_MATCHES."""
        present = hits.present
        for mask in self.masks:
            if not mask & present:
                return []
        found = []
        beside = [hits.of(slot) for slot in self.slots[1:]]
        if self.kind == "near":
            beside.sort(key=len)
        for start in hits.of(self.slots[0]):
            match = self._from(start, beside, text)
            if match and self._allowed(match, text, hits):
                found.append(match)
                if len(found) == MOST_MATCHES:
                    break
        return found

    def reaches(self, match: Match, other: Match, text: Text) -> bool:
        """Whether `other`, met by this condition, stands within reach of `match`."""
        return self._together(match.first, other.first, text)

    def _from(
        self, start: Range, beside: list[list[Range]], text: Text
    ) -> Match | None:
        chosen = [start]
        for ranges in beside:
            if self.kind == "order":
                after = self._after(chosen[-1], ranges, text)
            else:
                after = self._nearest(start, chosen, ranges, text)
            if after is None:
                return None
            chosen.append(after)
        return Match(tuple(chosen))

    def _after(self, before: Range, ranges: list[Range], text: Text) -> Range | None:
        for candidate in ranges[bisect_left(ranges, (before[1], 0)) :][:_NEIGHBOURS]:
            if candidate[0] - before[1] > _reach(self.words, text):
                return None
            if self._together(before[0], candidate[0], text):
                return candidate
        return None

    def _nearest(
        self, start: Range, chosen: list[Range], ranges: list[Range], text: Text
    ) -> Range | None:
        middle = bisect_left(ranges, start)
        best, least = None, _reach(self.words, text) + 1
        for candidate in ranges[max(0, middle - _NEIGHBOURS) : middle + _NEIGHBOURS]:
            apart = _distance(start, candidate)
            near = apart < least and self._together(start[0], candidate[0], text)
            if near and not any(_within(candidate, other) for other in chosen):
                best, least = candidate, apart
        return best

    def _together(self, one: int, other: int, text: Text) -> bool:
        if self.within == "clause":
            return text.clause_of[one] == text.clause_of[other]
        apart = abs(text.sentence_of[one] - text.sentence_of[other])
        return apart <= SCOPES[self.within]

    def _allowed(self, match: Match, text: Text, hits: Hits) -> bool:
        if self.asked and text.asks(match.first) != (self.asked == "yes"):
            return False
        return not any(
            self._together(match.first, first, text)
            for first, _ in hits.of(self.without)
        )


def _reach(words: int, text: Text) -> int:
    """How far apart concepts may stand; a long message speaks of many things."""
    if words == WHOLE_MESSAGE or len(text.words) < LONG_TEXT:
        return words
    return min(words, REACH_IN_LONG_TEXT)


def _distance(one: Range, other: Range) -> int:
    if other[0] >= one[1]:
        return other[0] - one[1]
    return one[0] - other[1] if one[0] >= other[1] else 0


def _within(one: Range, other: Range) -> bool:
    inside = other[0] <= one[0] and one[1] <= other[1]
    return inside or (one[0] <= other[0] and other[1] <= one[1])
