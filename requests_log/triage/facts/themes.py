"""What a line of the strategy is about: its concepts and its own words."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from requests_log.triage.facts.demanded import demanded
from requests_log.triage.hits import Hits, Range
from requests_log.triage.lexicon import LANGUAGES, Lexicon
from requests_log.triage.numbers import CURRENCY_WORDS
from requests_log.triage.reading import LONG, Reading
from requests_log.triage.text import Text
from requests_log.triage.words import plain_stem

NAMED_BY, BROKEN_BY = ("theme_", "topic_"), "breaks_"
_EXCEPTED_BY = ("month_", "kind_")
_MONTHS = tuple(f"month_{number}" for number in range(1, 13))
_TURNS_TO_EXCEPTION = frozenset(
    "outside except unless only excepto salvo solo solamente fuera menos".split()
)
_GENERIC = (
    "publish",
    "make",
    "content_unit",
    "advertise",
    "suggest",
    "talk_about",
    "audience_word",
)
_SHORTEST_OWN_WORD, _PAIR_REACH, _MOST_SHARED = 6, 9, 3
_LOOSE_REACH = 5
_MONTH_REACH, _KIND_REACH = 20, 5
# What may be done with leave is broken by doing it without, not by doing it.
_BY_LEAVE = "theme_by_leave"


@dataclass(frozen=True)
class Theme:
    """Concepts a line names, the phrases of the line itself, what it excepts."""

    concepts: tuple[int, ...]
    phrases: tuple[tuple[str, ...], ...]
    exceptions: tuple[int, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    loose: tuple[frozenset[str], ...] = ()


@lru_cache(maxsize=2_000)
def theme(line: str, phrases: tuple[str, ...], lexicon: Lexicon) -> Theme:
    """The theme of a line and the keywords agreed with it."""
    ruled, excepted = _parted(line)
    names = _named((ruled, *phrases), lexicon) or _named((line,), lexicon)
    if _BY_LEAVE in _named((line,), lexicon):
        names = {_BY_LEAVE}
    concepts = {_breaking(name, lexicon) for name in names}
    told = concepts or demanded(line, lexicon)  # whose own words keep the decision
    spoken = phrases or (() if told else _own_words(ruled, lexicon))
    stems = (_stems(phrase) for phrase in spoken)
    return Theme(
        tuple(sorted(concepts)),
        tuple(found for found in stems if _tells(found)),
        _excepted(excepted, lexicon),
        _pairs(names, lexicon),
        _loose(phrases),
    )


def places(reading: Reading, about: Theme) -> list[Range]:
    """Where the message meets the theme, by concept or by its very words."""
    found = set(reading.hits.of(about.concepts))
    for phrase in about.phrases:
        found.update(_where(phrase, reading))
    for one, other in about.pairs:
        found.update(
            place
            for place in reading.of(one)
            if reading.near(place, other, words=_PAIR_REACH)
        )
    for stems in about.loose:
        found.update(_together(stems, reading))
    return sorted(place for place in found if not reading.cover(place, "no_theme"))


def is_excepted(reading: Reading, place: Range, about: Theme) -> bool:
    """Whether what the line itself allows stands beside the place."""
    sentence_of = reading.text.sentence_of
    excepted = reading.hits.of(about.exceptions)
    begin = bisect_left(excepted, (place[0] - _MONTH_REACH,))
    end = bisect_left(excepted, (place[0] + _MONTH_REACH + 1,))
    for first, last in excepted[begin:end]:
        month = reading.cover((first, last), *_MONTHS)
        reach, sentences = (_MONTH_REACH, 1) if month else (_KIND_REACH, 0)
        near = abs(first - place[0]) <= reach
        apart = abs(sentence_of[first] - sentence_of[place[0]])
        if near and apart <= sentences and first not in reading.denied:
            return True
    return False


def _parted(line: str) -> tuple[str, str]:
    words = line.split()
    for index, word in enumerate(words):
        if index and word.casefold().strip(",;(") in _TURNS_TO_EXCEPTION:
            return " ".join(words[:index]), " ".join(words[index + 1 :])
    return line, ""


def _named(sources: tuple[str, ...], lexicon: Lexicon) -> set[str]:
    return {
        name
        for source in sources
        for name in _outermost(lexicon.find(Text(source), LANGUAGES), lexicon)
    }


def _outermost(hits: Hits, lexicon: Lexicon) -> set[str]:
    """Themes named, leaving out those inside a longer name of another."""
    found = [
        (place, name)
        for number in hits.heard()
        if (name := lexicon.names[number]).startswith(NAMED_BY)
        for place in hits.of((number,))
    ]
    return {
        name
        for (first, last), name in found
        if not any(
            a <= first and last <= b and (a, b) != (first, last) for (a, b), _ in found
        )
    }


def _breaking(name: str, lexicon: Lexicon) -> int:
    broken_by = BROKEN_BY + name.split("_", 1)[1]
    return lexicon.numbers.get(broken_by, lexicon.numbers[name])


def _pairs(names: set[str], lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Concepts that break a theme only when both are said, close together."""
    themes = sorted(name.split("_", 1)[1] for name in names)
    pairs = ((f"first_{theme}", f"second_{theme}") for theme in themes)
    return tuple(pair for pair in pairs if pair[0] in lexicon.numbers)


def _excepted(words: str, lexicon: Lexicon) -> tuple[int, ...]:
    heard = sorted(lexicon.find(Text(words), LANGUAGES).heard())
    return tuple(
        number for number in heard if lexicon.names[number].startswith(_EXCEPTED_BY)
    )


def _own_words(line: str, lexicon: Lexicon) -> tuple[str, ...]:
    text = Text(line)
    hits = lexicon.find(text, LANGUAGES)
    generic = hits.of(tuple(lexicon.numbers[name] for name in _GENERIC))
    return tuple(
        word
        for index, word in enumerate(text.words)
        if len(word) >= _SHORTEST_OWN_WORD and (index, index + 1) not in generic
    )


def _where(phrase: tuple[str, ...], reading: Reading) -> list[Range]:
    words, length = reading.text.words, len(phrase)
    return [
        (first, first + length)
        for first in (reading.where(phrase[0]) if phrase else ())
        if tuple(map(plain_stem, words[first : first + length])) == phrase
    ]


def _tells(stems: tuple[str, ...]) -> bool:
    """Whether a phrase says more than a currency or a single letter."""
    return not set(stems) <= CURRENCY_WORDS and len("".join(stems)) > 1


def _loose(phrases: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The longer words of each phrase of several, in whatever order they are said."""
    found = (
        frozenset(stem for stem in _stems(phrase) if len(stem) > LONG)
        for phrase in phrases
    )
    return tuple(stems for stems in found if len(stems) > 1)


def _together(stems: frozenset[str], reading: Reading) -> Iterator[Range]:
    """Where all of the stems stand close together, in any order."""
    if not stems <= reading.longer_stems:
        return
    own, sentence_of = reading.stems, reading.text.sentence_of
    for first in sorted(token for stem in stems for token in reading.where(stem)):
        reach = range(first, min(first + _LOOSE_REACH, len(own)))
        inside = [i for i in reach if own[i] in stems]
        if stems <= {own[i] for i in inside}:
            last = max(inside)
            if sentence_of[first] == sentence_of[last]:
                yield first, last + 1


def _stems(phrase: str) -> tuple[str, ...]:
    return tuple(plain_stem(word) for word in Text(phrase).words)


def shared_words(reading: Reading, lines: tuple[str, ...]) -> dict[str, int]:
    """How many longer words the message shares with each of the lines."""
    own = reading.longer_stems
    return {line: len(_longer_stems(line) & own) for line in lines}


def most_shared(name: str, shared: dict[str, int]) -> Iterator[str]:
    """The sign for the most words shared with any line: `name` 1, 2 or 3."""
    most = min(_MOST_SHARED, max(shared.values(), default=0))
    if most:
        yield f"{name}_{most}"


@lru_cache(maxsize=2_000)
def _longer_stems(line: str) -> frozenset[str]:
    return frozenset(plain_stem(word) for word in Text(line).words if len(word) > LONG)
