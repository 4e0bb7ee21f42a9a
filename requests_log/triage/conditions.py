"""The closed list of conditions a rule is made of.

near   all concepts, in any order, a few words apart
order  the concepts one after another
has    one concept
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from requests_log.triage.hits import Hits, Range
from requests_log.triage.text import Text, and_beside

KINDS = ("near", "order", "has")
SCOPES = {"clause": 0, "sentence": 0, "passage": 1, "message": 1_000_000}
DEFAULT_WORDS = 12
MOST_MATCHES = 20
WHOLE_MESSAGE, LONG_TEXT, REACH_IN_LONG_TEXT = 100_000, 60, 16
_NEIGHBOURS = 4
Slot = tuple[int, ...]


class Match:
    """Token ranges that met a condition; the first named one is the act."""

    __slots__ = ("first", "last", "ranges")

    def __init__(self, ranges: tuple[Range, ...]) -> None:
        self.ranges = ranges
        self.first = min(ranges)[0]
        self.last = max([last for _, last in ranges])

    def shares(self, other: "Match") -> bool:
        """Whether both were met by a word of the text."""
        return any(
            a < last and first < b
            for a, b in self.ranges
            for first, last in other.ranges
        )

    def holds(self, place: Range) -> bool:
        """Whether all of the range is part of what was matched."""
        return any(a <= place[0] and place[1] <= b for a, b in self.ranges)


@dataclass(frozen=True)
class Condition:
    """A kind over slots of concept numbers, its reach and what must be absent."""

    kind: str
    slots: tuple[Slot, ...]
    words: int = DEFAULT_WORDS
    within: str = "sentence"
    without: Slot = ()
    despite: frozenset[str] = frozenset()
    asked: str | None = None
    alone: bool = False

    def is_heard(self, hits: Hits) -> bool:
        """Whether a concept of each slot stands anywhere in the text."""
        heard = hits.heard()
        return not any(heard.isdisjoint(slot) for slot in self.slots)

    @cached_property
    def rarest(self) -> Slot:
        """The slot of fewest concepts: without one of them nothing is met."""
        return min(self.slots, key=len)

    def matches(self, text: Text, hits: Hits) -> list[Match]:
        """Where the text meets the condition, at most MOST_MATCHES."""
        found: list[Match] = []
        if not self.is_heard(hits):
            return found
        beside = [hits.of(slot) for slot in self.slots[1:]]
        if self.kind == "near":
            beside.sort(key=len)
        parts, reach = self._parts(text), _reach(self.words, text)
        barred = {parts[first] for first, _ in hits.of(self.without)}
        starts = hits.of(self.slots[0])
        if beside and SCOPES[self.within] <= 1:
            here = and_beside({parts[first] for first, _ in beside[0]})
            starts = [start for start in starts if parts[start[0]] in here]
        for start in starts:
            match = self._from(start, beside, text, reach)
            if match and self._is_allowed(match, text, barred):
                found.append(match)
                if len(found) == MOST_MATCHES:
                    break
        return found

    def reaches(self, match: Match, other: Match, text: Text) -> bool:
        """Whether `other`, met by this condition, stands within reach of `match`."""
        return self._together(match.first, other.first, text)

    def _from(
        self, start: Range, beside: list[list[Range]], text: Text, reach: int
    ) -> Match | None:
        chosen = [start]
        for ranges in beside:
            if self.kind == "order":
                after = self._after(chosen[-1], ranges, text, reach)
            else:
                after = self._nearest(chosen, ranges, text, reach)
            if after is None:
                return None
            chosen.append(after)
        return Match(tuple(chosen))

    def _after(
        self, before: Range, ranges: list[Range], text: Text, reach: int
    ) -> Range | None:
        at = bisect_left(ranges, (before[1], 0))
        for candidate in ranges[at : at + _NEIGHBOURS]:
            if candidate[0] - before[1] > reach:
                return None
            if self._together(before[0], candidate[0], text):
                return candidate
        return None

    def _nearest(
        self, chosen: list[Range], ranges: list[Range], text: Text, reach: int
    ) -> Range | None:
        """The nearest to the first chosen that shares no words with any of them."""
        start = first, last = chosen[0]
        parts, scope = self._parts(text), SCOPES[self.within]
        at = bisect_left(ranges, start)
        best, least = None, reach + 1
        for candidate in ranges[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]:
            behind = candidate >= start
            apart = max(candidate[0] - last if behind else first - candidate[1], 0)
            if apart >= least:
                if behind:
                    break  # what follows is no nearer
                continue
            together = abs(parts[candidate[0]] - parts[first]) <= scope
            if together and not _overlaps(candidate, chosen):
                best, least = candidate, apart
        return best

    def _together(self, one: int, other: int, text: Text) -> bool:
        parts = self._parts(text)
        return abs(parts[one] - parts[other]) <= SCOPES[self.within]

    def _parts(self, text: Text) -> list[int]:
        return text.clause_of if self.within == "clause" else text.sentence_of

    def _is_allowed(self, match: Match, text: Text, barred: set[int]) -> bool:
        if self.asked and text.asks(match.first) != (self.asked == "yes"):
            return False
        here, reach = self._parts(text)[match.first], SCOPES[self.within]
        return not any(abs(part - here) <= reach for part in barred)


def _reach(words: int, text: Text) -> int:
    """How far apart concepts may stand; a long message speaks of many things."""
    if words == WHOLE_MESSAGE or len(text.words) < LONG_TEXT:
        return words
    return min(words, REACH_IN_LONG_TEXT)


def _overlaps(place: Range, chosen: list[Range]) -> bool:
    """Whether the place is part of one that was chosen, or one of them part of it."""
    first, last = place
    return any(
        (a <= first and last <= b) or (first <= a and b <= last) for a, b in chosen
    )
