"""A message read once: tokens, concepts, numbers and language."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from requests_log.triage.hits import Hits, Range
from requests_log.triage.languages import Tongues
from requests_log.triage.lexicon import Lexicon
from requests_log.triage.numbers import Amount, Quantity, amounts, quantities
from requests_log.triage.text import Text
from requests_log.triage.words import plain_stem

Answer = TypeVar("Answer")
LONG = 3  # letters: what is shorter says little of what a text is about
_NEIGHBOURS = 12
_DENIAL_REACH, _START = 5, 3
# Clocks, Miscellaneous Symbols and Dingbats, star and ring, and the pictographs that
# stand beyond the basic plane; what comes behind them there is Chinese.
_EMOJI = re.compile(
    "[\u231a\u231b\u23e9-\u23f3\u2600-\u2767\u2b50\u2b55\U0001f000-\U0001faff]"
)
SEEN_WITHOUT_WORDS = ("number", "percent", "money", "emoji")


@dataclass(frozen=True)
class Reading:
    """Everything the conditions and facts may ask of a message."""

    text: Text
    hits: Hits
    lexicon: Lexicon
    language: str | None
    quantities: tuple[Quantity, ...]
    amounts: tuple[Amount, ...]
    wanted_in_days: int | None = None

    def of(self, *names: str) -> list[Range]:
        """Token ranges of the named concepts, sorted."""
        return self.hits.of(self.lexicon.slot(names))

    def concepts(self) -> list[str]:
        """The shipped concepts heard."""
        names = self.lexicon.names
        # What own rules listen for is numbered behind them.
        return [names[each] for each in self.hits.heard() if each < len(names)]

    def once(self, ask: Callable[["Reading"], Answer]) -> Answer:
        """What is asked of the reading, worked out the first time only."""
        if ask not in self._answers:
            self._answers[ask] = ask(self)
        answer: Answer = self._answers[ask]
        return answer

    @cached_property
    def _answers(self) -> dict[Callable[["Reading"], Any], Any]:
        return {}

    def where(self, stem: str) -> list[int]:
        """The tokens of that plain stem."""
        words = self.text.words
        return [
            token
            for token in self._by_start.get(stem[:_START], ())
            if plain_stem(words[token]) == stem
        ]

    @cached_property
    def _by_start(self) -> dict[str, list[int]]:
        starts: dict[str, list[int]] = {}
        for token, word in enumerate(self.text.words):
            starts.setdefault(word[:_START], []).append(token)
        return starts

    @cached_property
    def stems(self) -> list[str]:
        """The plain stem of each token; figures are all one."""
        words = self.text.words
        return ["#" if word[0].isdigit() else plain_stem(word) for word in words]

    @cached_property
    def longer_stems(self) -> frozenset[str]:
        """The stems of the longer words."""
        pairs = zip(self.text.words, self.stems, strict=True)
        return frozenset(root for word, root in pairs if len(word) > LONG)

    @cached_property
    def counted(self) -> dict[int, Quantity]:
        """Each token of a number, and the number."""
        return {
            token: number
            for number in self.quantities
            for token in range(number.first, number.last)
        }

    def touch(self, place: Range, *names: str) -> bool:
        """Whether any of the concepts stands on any of the tokens of `place`."""
        covered = self.hits.tokens(self.lexicon.slot(names))
        return not covered.isdisjoint(range(*place))

    def cover(self, place: Range, *names: str) -> bool:
        """Whether the concepts stand on all of the tokens of `place`."""
        covered = self.hits.tokens(self.lexicon.slot(names))
        return covered.issuperset(range(*place))

    @cached_property
    def negations(self) -> dict[int, Range]:
        """Words that deny what comes behind, by the token they end before."""
        return {last: (first, last) for first, last in self.of("cue_negation")}

    @cached_property
    def false_negations(self) -> frozenset[Range]:
        """Those of them that are part of a phrase that denies nothing."""
        return frozenset(
            place
            for place in self.negations.values()
            if self.touch(place, "cue_not_negation")
        )

    @cached_property
    def denied(self) -> frozenset[int]:
        """The tokens that a negation stands just before, in their clause."""
        clause = self.text.clause_of
        return frozenset(
            token
            for first, last in self.of("cue_negation")
            for token in range(last, min(last + _DENIAL_REACH + 1, len(clause)))
            if clause[first] == clause[token]
        )

    def near(self, place: Range, *names: str, words: int = 12) -> Range | None:
        """The nearest of the concepts in the same sentence, not at `place`."""
        ranges, (start, end) = self.of(*names), place
        sentence = self.text.sentence_of
        best, least, middle = None, words + 1, bisect_left(ranges, place)
        for found in ranges[max(0, middle - _NEIGHBOURS) : middle]:
            apart = start - found[1]
            if 0 <= apart < least and sentence[found[0]] == sentence[start]:
                best, least = found, apart
        for found in ranges[middle : middle + _NEIGHBOURS]:
            apart = found[0] - end
            if apart >= least or sentence[found[0]] != sentence[start]:
                break
            if apart >= 0:
                best, least = found, apart
        return best

    def around(self, place: Range, *names: str) -> Range | None:
        """The first of the concepts in the sentence of `place` or beside it."""
        sentence_of = self.text.sentence_of
        for first, last in _beside(place, self.of(*names)):
            apart = abs(sentence_of[first] - sentence_of[place[0]])
            if apart <= 1 and not (place[0] < last and first < place[1]):
                return first, last
        return None

    def is_answered(self, place: Range) -> bool:
        """Whether it is only asked about, spoken of as agreed, or to be taken off."""
        if self.around(place, "agreed_line", "only_for_us", "taken_off"):
            return True
        return self.asked_by_others(place) is not None

    def asked_by_others(self, place: Range) -> Range | None:
        """Somebody's question near the place that is to be answered, if any is."""
        asked = self.around(place, "they_ask")
        return asked if asked and self.around(asked, "reply", "we_say") else None


def _beside(place: Range, ranges: list[Range]) -> list[Range]:
    middle = bisect_left(ranges, place)
    return ranges[max(0, middle - _NEIGHBOURS) : middle + _NEIGHBOURS]


def read(
    source: str,
    lexicon: Lexicon,
    tongues: Tongues,
    *,
    language: str | None = None,
    wanted_in_days: int | None = None,
    own_words: Lexicon | None = None,
) -> Reading:
    """The reading of a client's message."""
    text = Text(source)
    spoken = tongues.of(text) if language is None else (language,)
    hits = lexicon.find(text, spoken)
    if own_words is not None:
        own_words.find(text, spoken, hits)
    numbers = quantities(text)
    money = amounts(text, numbers)
    counted = [(q.first, q.last) for q in numbers if not q.weak]
    _note(hits, lexicon, "number", counted)
    _note(hits, lexicon, "money", [(a.first, a.last) for a in money])
    _note(hits, lexicon, "percent", _percents(text))
    _note(hits, lexicon, "emoji", _emoji(text))
    lexicon.join(text, hits)
    first = spoken[0] if spoken else None
    return Reading(text, hits, lexicon, first, numbers, money, wanted_in_days)


def _note(hits: Hits, lexicon: Lexicon, name: str, ranges: list[Range]) -> None:
    if ranges:
        hits.add((lexicon.numbers[name],), ranges)


def _percents(text: Text) -> list[Range]:
    words = text.words
    signed = [
        (i - 1, i + 1)
        for i, word in enumerate(words)
        if word == "%" and i and words[i - 1][0].isdigit()
    ]
    spelled = [
        (i - 1, i + 2)
        for i in range(1, len(words) - 1)
        if words[i] in ("por", "per") and words[i + 1] in ("ciento", "cent")
    ]
    return signed + spelled


def _emoji(text: Text) -> list[Range]:
    return [(i, i + 1) for i, word in enumerate(text.words) if _EMOJI.match(word)]
