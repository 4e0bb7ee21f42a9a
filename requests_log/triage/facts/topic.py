"""What to talk about, against the topics left out."""

import re
from collections.abc import Iterator
from functools import lru_cache

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.facts.themes import (
    Theme,
    is_excepted,
    most_shared,
    places,
    shared_words,
    theme,
)
from requests_log.triage.hits import Range
from requests_log.triage.lexicon import Lexicon
from requests_log.triage.reading import Reading

_ACTS = (
    "publish",
    "content_unit",
    "make",
    "talk_about",
    "suggest",
    "support_cause",
    "house_act",
    "publish_about",
)
_NOT_ABOUT = ("closed_for", "as_agreed")
_BETWEEN_PARTS = re.compile(r"[,;:()/]| (?:and|or|y|e|o|u) ")
_ARTICLES = frozenset("the a an el la los las lo her his their our su sus".split())


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Requests to publish about a topic that was left out."""
    for topic in strategy.topics_excluded:
        about = _about(topic, reading.lexicon)
        for place in places(reading, about):
            act = _act(reading, place)
            if act and not is_excepted(reading, place, about):
                yield Breach((place, act), "topics_excluded", topic)


@lru_cache(maxsize=2_000)
def _about(topic: str, lexicon: Lexicon) -> Theme:
    """The theme of a topic; the parts that name none are known by their own words."""
    parts = (_without_article(part) for part in _BETWEEN_PARTS.split(topic))
    unnamed = (part for part in parts if part and not _is_named(part, lexicon))
    return theme(topic, tuple(unnamed), lexicon)


def _is_named(part: str, lexicon: Lexicon) -> bool:
    return bool(theme(part, (part,), lexicon).concepts)


def _without_article(part: str) -> str:
    words = part.split()
    return " ".join(words[1:] if words and words[0].lower() in _ARTICLES else words)


def _act(reading: Reading, place: Range) -> Range | None:
    if reading.near(place, *_NOT_ABOUT, words=6):
        return None
    if reading.around(place, "reply") or reading.is_answered(place):
        return None
    return reading.near(place, *_ACTS, words=20) or reading.around(place, *_ACTS)


def touched(reading: Reading, strategy: Strategy) -> Iterator[str]:
    """What the message shares with the topics left out, and with those agreed."""
    if any(_meets(reading, topic) for topic in strategy.topics_excluded):
        yield "topic_out"
    yield from most_shared(
        "topic_out_words", shared_words(reading, strategy.topics_excluded)
    )
    yield from most_shared("topic_words", shared_words(reading, strategy.topics))


def line(reading: Reading, strategy: Strategy) -> tuple[str, str] | None:
    """The topic left out that is nearest; else the topics agreed."""
    shared = shared_words(reading, strategy.topics_excluded)
    near = max(
        shared, key=lambda topic: (_meets(reading, topic), shared[topic]), default=""
    )
    if near and (_meets(reading, near) or shared[near]):
        return "topics_excluded", near
    return ("topics", ", ".join(strategy.topics)) if strategy.topics else None


def _meets(reading: Reading, topic: str) -> bool:
    return bool(places(reading, _about(topic, reading.lexicon)))
