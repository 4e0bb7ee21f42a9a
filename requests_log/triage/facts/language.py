"""Languages to publish in, against those the brand publishes in."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.reading import Reading

LANGUAGES = tuple("es en fr de it pt ca eu gl nl zh ja ar ru pl sv ro ko".split())
_ACTS = ("publish", "make", "content_unit", "translate", "newsletter", "suggest")


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Texts asked for in a language that was not agreed."""
    line = ", ".join(strategy.languages)
    for code in LANGUAGES:
        if code in strategy.languages or not strategy.languages:
            continue
        for place in reading.of(f"language_{code}"):
            act = reading.near(place, *_ACTS, words=20)
            if act and not reading.near(place, "reply", words=10):
                yield Breach((place, act), "languages", line)
