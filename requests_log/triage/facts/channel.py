"""Channels the request would use, against those agreed and left out."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.lexicon import Range
from requests_log.triage.reading import Reading

CHANNELS = tuple(
    "instagram facebook tiktok x linkedin youtube pinterest threads whatsapp telegram "
    "email blog google_business podcast twitch snapchat bluesky".split()
)
_ACTS = ("publish", "start_up", "advertise", "suggest")


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Channels left out, or outside the plan, where something is to be done."""
    for channel in CHANNELS:
        if channel in strategy.channels or not strategy.channels:
            continue
        for place in named(reading, channel):
            act = reading.near(place, *_ACTS) or reading.around(place, *_ACTS)
            if act and not _only_a_source(reading, place):
                yield _breach(channel, place, act, strategy)


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
    return any(
        first <= place[0] and place[1] <= last
        for first, last in reading.of("channel_as_source")
    )


def _breach(channel: str, place: Range, act: Range, strategy: Strategy) -> Breach:
    if channel in strategy.channels_excluded:
        return Breach((place, act), "channels_excluded", channel)
    agreed = ", ".join(f"{name} {most}" for name, most in strategy.channels.items())
    return Breach((place, act), "channels", agreed)
