"""How often to publish, against the weekly ceilings of the channels."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.facts.channel import CHANNELS, named
from requests_log.triage.lexicon import Range
from requests_log.triage.reading import Reading

_A_WEEK = {
    "per_hour": 7 * 12,
    "per_day": 7,
    "per_day_adjective": 7,
    "per_week": 1,
    "per_month": 12 / 52,
}
_REACH = 6


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Rhythms above the ceiling of the channel named, or above every ceiling."""
    if not strategy.channels:
        return
    for period, weeks in _A_WEEK.items():
        for place in reading.of(period):
            if not _is_of_content(reading, place):
                continue
            times, where = _times(reading, place)
            yield from _over(reading, strategy, times * weeks, (place, *where))
    for place in reading.of("cadence_more"):
        yield from _over(reading, strategy, 10_000, (place,))


def _over(
    reading: Reading, strategy: Strategy, weekly: float, places: tuple[Range, ...]
) -> Iterator[Breach]:
    ceilings = _ceilings(reading, strategy, places[0])
    broken_ones = {name: most for name, most in ceilings.items() if weekly > most}
    if broken_ones and len(broken_ones) == len(ceilings):
        name, most = max(broken_ones.items(), key=lambda item: item[1])
        yield Breach(places, "channels", f"{name} {most}")


def _ceilings(reading: Reading, strategy: Strategy, place: Range) -> dict[str, int]:
    sentence = reading.text.sentence_of
    here = {
        channel: strategy.channels[channel]
        for channel in CHANNELS
        if channel in strategy.channels
        and any(
            sentence[first] == sentence[place[0]]
            for first, _ in named(reading, channel)
        )
    }
    return here or {name: most for name, most in strategy.channels.items() if most}


def _is_of_content(reading: Reading, place: Range) -> bool:
    if reading.near(place, "money", "spend", words=5):
        return False
    units = ("content_unit", "newsletter")
    if place in reading.of("per_day_adjective"):
        return reading.near(place, *units, words=2) is not None
    if reading.near(place, *units, "publish", words=14) is not None:
        return True
    sentence = reading.text.sentence_of
    return any(
        sentence[first] == sentence[place[0]]
        for channel in CHANNELS
        for first, _ in named(reading, channel)
    )


def _times(reading: Reading, place: Range) -> tuple[float, tuple[Range, ...]]:
    sentence = reading.text.sentence_of
    best, least = 1.0, _REACH + 1
    where: tuple[Range, ...] = ()
    for number in reading.quantities:
        apart = place[0] - number.last if number.last <= place[0] else None
        if apart is None and number.first >= place[1]:
            apart = number.first - place[1] + 2
        same = sentence[number.first] == sentence[place[0]]
        if same and apart is not None and apart < least and not number.weak:
            best, least = number.value, apart
            where = ((number.first, number.last),)
    return best, where
