"""Languages to publish in, against those the brand publishes in."""

from collections.abc import Iterator
from functools import lru_cache

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.lexicon import Lexicon
from requests_log.triage.reading import Reading
from requests_log.triage.text import Text

LANGUAGES = tuple(
    "es en fr de it pt ca eu gl nl zh ja ar ru pl sv ro ko cy ga uk tr hi no da fi el "
    "hu cs bg he spanglish theirs".split()
)
_CONCEPTS = tuple(f"language_{code}" for code in LANGUAGES)
_ACTS = ("publish", "make", "content_unit", "translate", "newsletter", "suggest")


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Texts asked for in a language that was not agreed."""
    if not strategy.languages or not reading.of(*_CONCEPTS):
        return
    line = ", ".join(strategy.languages)
    for code in LANGUAGES:
        if code in strategy.languages or _taught(code, strategy, reading.lexicon):
            continue
        for place in reading.of(f"language_{code}"):
            act = reading.near(place, *_ACTS, words=20)
            if act and not reading.near(place, "reply", words=10):
                yield Breach((place, act), "languages", line)


@lru_cache(maxsize=2_000)
def _named_in(words: str, lexicon: Lexicon) -> frozenset[str]:
    """Languages named among the words, as those of a language school are."""
    spoken = " . ".join(f"en {word} . in {word}" for word in Text(words).words)
    hits = lexicon.find(Text(spoken), ("es", "en"))
    return frozenset(
        code for code in LANGUAGES if hits.of((lexicon.numbers[f"language_{code}"],))
    )


def _taught(code: str, strategy: Strategy, lexicon: Lexicon) -> bool:
    words = " ".join((strategy.sector, *strategy.topics))
    return code in _named_in(words, lexicon)


def touched(reading: Reading, strategy: Strategy) -> Iterator[str]:
    """Whether a language is named that was not agreed, or the message is in one."""
    if not strategy.languages:
        return
    if reading.of(*_CONCEPTS) and any(
        code not in strategy.languages and reading.of(f"language_{code}")
        for code in LANGUAGES
    ):
        yield "language_out"
    if reading.language not in strategy.languages:
        yield "written_in_another"


def line(_reading: Reading, strategy: Strategy) -> tuple[str, str] | None:
    """The languages agreed."""
    languages = ", ".join(strategy.languages)
    return ("languages", languages) if languages else None
