"""A decision that asks for something every time: broken by going without it."""

from collections.abc import Iterator
from functools import lru_cache

from requests_log.triage.hits import Range
from requests_log.triage.lexicon import LANGUAGES, Lexicon
from requests_log.triage.reading import Reading
from requests_log.triage.text import Text
from requests_log.triage.words import plain_stem

_EVERY_TIME = frozenset(
    "all always each every must siempre todo toda todos todas cada debe deben".split()
)
_FORBIDS = frozenset("no not never nothing nobody sin nada nunca nadie ni".split())
_SHORTEST, _REACH = 5, 5
_SAYS_LITTLE = ("publish", "content_unit", "make", "audience_word")


def lacking(reading: Reading, line: str) -> Iterator[Range]:
    """Where the message asks to go without what the line asks for every time."""
    for stem in sorted(demanded(line, reading.lexicon)):
        for token in reading.where(stem):
            place = (token, token + 1)
            without = reading.near(place, "go_without", words=_REACH)
            if without and without < place and without[0] not in reading.denied:
                yield without[0], token + 1


@lru_cache(maxsize=2_000)
def demanded(line: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of what a line asks for every time; none when it forbids."""
    text = Text(line)
    words = set(text.words)
    if words & _FORBIDS or not words & _EVERY_TIME:
        return frozenset()
    hits = lexicon.find(text, LANGUAGES)
    little = hits.of(tuple(lexicon.numbers[name] for name in _SAYS_LITTLE))
    return frozenset(
        plain_stem(word)
        for token, word in enumerate(text.words)
        if len(word) >= _SHORTEST
        and word not in _EVERY_TIME
        and (token, token + 1) not in little
    )
