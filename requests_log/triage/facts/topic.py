"""What to talk about, against the topics left out."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.facts.themes import places, theme
from requests_log.triage.reading import Reading

_ACTS = ("publish", "content_unit", "make", "talk_about", "suggest", "support_cause")


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Requests to publish about a topic that was left out."""
    for topic in strategy.topics_excluded:
        about = theme(topic, (topic,), "topic_", reading.lexicon)
        by_concept, by_word = places(reading, about)
        for place in sorted({*by_concept, *by_word}):
            act = reading.near(place, *_ACTS, words=20)
            if act:
                yield Breach((place, act), "topics_excluded", topic)
