"""Channels the request would use, against those agreed and left out."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.hits import Range
from requests_log.triage.reading import Reading

CHANNELS = tuple(
    "instagram facebook tiktok x linkedin youtube pinterest threads whatsapp telegram "
    "email blog google_business podcast twitch snapchat bluesky".split()
)
_ACTS = ("publish", "start_up", "advertise", "suggest", "channel_act")
_BEGINNINGS = ("publish", "start_up", "channel_act", "advertise")
_LOOKED_AFTER, _UPKEEP_REACH = frozenset(("google_business", "email", "blog")), 8
_SOURCE_REACH, _THERE_REACH = 5, 6
_DESPITE_THERE = frozenset(("negation", "report"))


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Channels left out, or outside the plan, where something is to be done."""
    for channel in CHANNELS:
        if channel in strategy.channels or not strategy.channels:
            continue
        for place in named(reading, channel):
            act = _act(reading, place, channel)
            if act and not _only_a_source(reading, place):
                yield _breach(channel, place, act, strategy, _despite(reading, place))


def _act(reading: Reading, place: Range, channel: str) -> Range | None:
    """What is to be done there; looking after what exists is no new channel."""
    if reading.around(place, "others_there") or reading.is_answered(place):
        return None
    if channel in _LOOKED_AFTER:
        if reading.near(place, "errand", "opening_hours", words=_UPKEEP_REACH):
            return None
        return reading.near(place, *_BEGINNINGS, words=_UPKEEP_REACH)
    return reading.near(place, *_ACTS) or reading.around(place, *_ACTS)


def named(reading: Reading, channel: str) -> list[Range]:
    """Where the channel is named; X only as a capital or by its longer names."""
    return [
        place
        for place in reading.of(f"channel_{channel}")
        if channel != "x" or _is_x(reading, place)
    ]


def _is_x(reading: Reading, place: Range) -> bool:
    first, last = reading.text.span(*place)
    quote = reading.text.source[first:last]
    return quote.lower() != "x" or quote == "X"


def _only_a_source(reading: Reading, place: Range) -> bool:
    if any(
        first <= place[0] and place[1] <= last
        for first, last in reading.of("channel_as_source")
    ):
        return True
    clause = reading.text.clause_of
    seen = any(
        0 <= place[0] - last <= _SOURCE_REACH and clause[first] == clause[place[0]]
        for first, last in reading.of("source_verb")
    )
    return seen and _despite(reading, place) == frozenset()


def _despite(reading: Reading, place: Range) -> frozenset[str]:
    """Cues not listened to, when the next sentence sends something there."""
    sentence_of = reading.text.sentence_of
    open_it = reading.of("open_it")
    for there in (*reading.of("there"), *open_it):
        after = sentence_of[there[0]] - sentence_of[place[0]]
        later = after == 1 or (after == 0 and there[0] > place[0])
        acted = there in open_it or reading.near(there, *_ACTS, words=_THERE_REACH)
        if later and acted:
            return _DESPITE_THERE
    return frozenset()


def _breach(
    channel: str,
    place: Range,
    act: Range,
    strategy: Strategy,
    despite: frozenset[str],
) -> Breach:
    if channel in strategy.channels_excluded:
        return Breach((place, act), "channels_excluded", channel, despite)
    return Breach((place, act), "channels", _agreed(strategy), despite)


def touched(reading: Reading, strategy: Strategy) -> Iterator[str]:
    """Whether the channels named are agreed, left out, or neither."""
    for channel in CHANNELS:
        if named(reading, channel):
            if channel in strategy.channels:
                yield "channel_in"
            elif channel in strategy.channels_excluded:
                yield "channel_excluded"
            elif strategy.channels:
                yield "channel_unlisted"


def line(reading: Reading, strategy: Strategy) -> tuple[str, str] | None:
    """The channel left out that is named; else those agreed."""
    for channel in strategy.channels_excluded:
        if channel in CHANNELS and named(reading, channel):
            return "channels_excluded", channel
    return ("channels", _agreed(strategy)) if strategy.channels else None


def _agreed(strategy: Strategy) -> str:
    return ", ".join(f"{name} {most}" for name, most in strategy.channels.items())
