"""What to talk about, against the topics left out."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.facts.themes import is_excepted, places, theme
from requests_log.triage.hits import Range
from requests_log.triage.reading import Reading

_ACTS = (
    "publish",
    "content_unit",
    "make",
    "talk_about",
    "suggest",
    "support_cause",
    "house_act",
)
_NOT_ABOUT = ("closed_for", "as_agreed")


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Requests to publish about a topic that was left out."""
    for topic in strategy.topics_excluded:
        about = theme(topic, (topic,), reading.lexicon)
        for place in places(reading, about):
            act = _act(reading, place)
            if act and not is_excepted(reading, place, about):
                yield Breach((place, act), "topics_excluded", topic)


def _act(reading: Reading, place: Range) -> Range | None:
    if reading.near(place, *_NOT_ABOUT, words=6):
        return None
    if reading.around(place, "reply") or reading.is_answered(place):
        return None
    return reading.near(place, *_ACTS, words=20) or reading.around(place, *_ACTS)
