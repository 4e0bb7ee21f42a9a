"""What a line of the strategy is about: its concepts and its own words."""

from dataclasses import dataclass
from functools import lru_cache

from requests_log.triage.lexicon import LANGUAGES, Lexicon, Range
from requests_log.triage.reading import Reading
from requests_log.triage.text import Text
from requests_log.triage.words import stem

_SHORTEST = 5


@dataclass(frozen=True)
class Theme:
    """Concepts a line names, and the phrases of the line itself."""

    concepts: tuple[int, ...]
    phrases: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=2_000)
def theme(line: str, phrases: tuple[str, ...], prefix: str, lexicon: Lexicon) -> Theme:
    """The theme of a line, by concepts whose name starts with `prefix`."""
    concepts: set[int] = set()
    for source in (line, *phrases):
        hits = lexicon.find(Text(source), LANGUAGES)
        concepts |= {
            number
            for name, number in lexicon.numbers.items()
            if name.startswith(prefix) and hits.present >> number & 1
        }
    return Theme(tuple(sorted(concepts)), tuple(_stems(phrase) for phrase in phrases))


def places(reading: Reading, about: Theme) -> tuple[list[Range], list[Range]]:
    """Where the message meets the theme: by concept, and by its very words."""
    by_concept = reading.hits.of(about.concepts)
    stems = _message_stems(reading)
    by_word = [
        (first, first + len(phrase))
        for phrase in about.phrases
        if phrase
        for first in range(len(stems) - len(phrase) + 1)
        if stems[first : first + len(phrase)] == list(phrase)
    ]
    return by_concept, by_word


def _message_stems(reading: Reading) -> list[str]:
    return [_stem(word) for word in reading.text.words]


def _stems(phrase: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in Text(phrase).words)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    return min((stem(word, language) for language in LANGUAGES), key=len)
