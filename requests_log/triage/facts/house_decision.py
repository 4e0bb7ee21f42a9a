"""House decisions, broken by their substance more than by a keyword."""

from collections.abc import Iterator

from consultancy.strategy_file import HouseDecision, Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.facts.channel import CHANNELS
from requests_log.triage.facts.themes import places, theme
from requests_log.triage.lexicon import Range
from requests_log.triage.reading import Reading

_ACTS = ("publish", "content_unit", "make", "advertise", "suggest", "start_up")
_NOT_IN_PUBLIC = ("reply", "in_private")


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Requests that do what a house decision rules out."""
    for house in strategy.house_decisions:
        for place in _against(reading, house):
            yield Breach((place,), "house_decisions", house.decision)


def _against(reading: Reading, house: HouseDecision) -> Iterator[Range]:
    about = theme(house.decision, house.keywords, "theme_", reading.lexicon)
    by_concept, by_word = places(reading, about)
    channels = reading.of(*(f"channel_{channel}" for channel in CHANNELS))
    for place in sorted({*by_concept, *by_word} - set(channels)):
        acted = reading.near(place, *_ACTS, words=15)
        if acted and not reading.near(place, *_NOT_IN_PUBLIC, words=15):
            yield place
