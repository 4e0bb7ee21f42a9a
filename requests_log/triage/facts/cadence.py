"""How often to publish, against the weekly ceilings of the channels."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.facts.channel import CHANNELS, named
from requests_log.triage.hits import Range
from requests_log.triage.reading import Reading

_A_WEEK = {
    "per_hour": 7 * 12,
    "per_day": 7,
    "per_day_adjective": 7,
    "per_weekday": 5,
    "per_other_day": 3.5,
    "per_week": 1,
    "per_month": 12 / 52,
}
_REACH, _MOST_TIMES, _MORE_THAN_ANY = 6, 60, 10_000.0
Rhythm = tuple[tuple[Range, ...], float]
_ACTS = ("publish", "suggest", "house_act")
_WEEKDAYS = tuple(f"weekday_{number}" for number in range(1, 8))
_UNITS = ("content_unit", "newsletter", "email_message")
_HOURS = ("opening_hours",)


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Rhythms above the ceiling of the channel named, or above every ceiling."""
    if not strategy.channels:
        return
    for places, weekly in reading.once(_rhythms):
        yield from _over(reading, strategy, weekly, places)


def touched(reading: Reading, strategy: Strategy) -> Iterator[str]:
    """Whether a rhythm is named above, or within, the ceilings."""
    for places, weekly in reading.once(_rhythms) if strategy.channels else ():
        ceilings = _ceilings(reading, strategy, places[0])
        over = ceilings and all(weekly > most for most in ceilings.values())
        yield "rhythm_over" if over else "rhythm_within"


def line(_reading: Reading, strategy: Strategy) -> tuple[str, str] | None:
    """The highest of the ceilings agreed."""
    if not strategy.channels:
        return None
    name, most = max(strategy.channels.items(), key=lambda item: item[1])
    return "channels", f"{name} {most}"


def _rhythms(reading: Reading) -> tuple[Rhythm, ...]:
    return (
        *_counted(reading),
        *_listed(reading),
        *_heaped(reading),
        *_more(reading),
    )


def _counted(reading: Reading) -> Iterator[Rhythm]:
    for period, weeks in _A_WEEK.items():
        for place in reading.of(period):
            if _is_idiom(reading, place) or not _is_of_content(reading, place):
                continue
            times, where = _times(reading, place)
            if times <= _MOST_TIMES:
                yield (place, *where), times * weeks


def _more(reading: Reading) -> Iterator[Rhythm]:
    for place in reading.of("cadence_more"):
        if reading.near(place, "publish", *_UNITS, words=10):
            yield (place,), _MORE_THAN_ANY


def _heaped(reading: Reading) -> Iterator[Rhythm]:
    """So many pieces within a week: "ten stories before the weekend"."""
    for number in reading.quantities:
        place = (number.first, number.last)
        piece = reading.near(place, "piece", words=1)
        soon = reading.near(place, "in_a_week", words=_REACH)
        if piece and piece > place and soon and number.value <= _MOST_TIMES:
            yield (place, soon), number.value


def _listed(reading: Reading) -> Iterator[Rhythm]:
    """Days of the week, or parts of each day, named one after the other."""
    units, hours = _by_sentence(reading, _UNITS), _by_sentence(reading, _HOURS)
    parts = _by_sentence(reading, ("daypart",))
    days = [_by_sentence(reading, (name,)) for name in _WEEKDAYS]
    for sentence in sorted(units.keys() - hours.keys()):
        named_days = [day[sentence][0] for day in days if sentence in day]
        if len(named_days) > 1:
            yield tuple(named_days), float(len(named_days))
        elif len(parts.get(sentence, ())) > 1:
            yield tuple(parts[sentence]), 7.0 * len(parts[sentence])


def _by_sentence(reading: Reading, names: tuple[str, ...]) -> dict[int, list[Range]]:
    found: dict[int, list[Range]] = {}
    for place in reading.of(*names):
        found.setdefault(reading.text.sentence_of[place[0]], []).append(place)
    return found


def _over(
    reading: Reading, strategy: Strategy, weekly: float, places: tuple[Range, ...]
) -> Iterator[Breach]:
    ceilings = _ceilings(reading, strategy, places[0])
    broken_ones = {name: most for name, most in ceilings.items() if weekly > most}
    if broken_ones and len(broken_ones) == len(ceilings):
        name, most = max(broken_ones.items(), key=lambda item: item[1])
        yield Breach(places, "channels", f"{name} {most}")


def _ceilings(reading: Reading, strategy: Strategy, place: Range) -> dict[str, int]:
    here = {
        channel: strategy.channels[channel]
        for channel in CHANNELS
        if channel in strategy.channels and _is_named(reading, channel, place)
    }
    return here or {name: most for name, most in strategy.channels.items() if most}


def _is_named(reading: Reading, channel: str, place: Range) -> bool:
    sentence = reading.text.sentence_of
    spoken = named(reading, channel)
    if channel == "email":
        spoken = spoken + reading.of("email_message")
    return any(sentence[first] == sentence[place[0]] for first, _ in spoken)


def _is_idiom(reading: Reading, place: Range) -> bool:
    return any(a <= place[0] and place[1] <= b for a, b in reading.of("no_rhythm"))


def _is_of_content(reading: Reading, place: Range) -> bool:
    if reading.near(place, "money", "spend_act", words=5):
        return False
    if reading.near(place, "opening_hours", words=6):
        return False
    if place in reading.of("per_day_adjective"):
        return reading.near(place, *_UNITS, words=2) is not None
    if reading.near(place, *_UNITS, "publish", words=14) is not None:
        return True
    if _loosely(reading, place):
        return True
    sentence = reading.text.sentence_of
    return any(
        sentence[first] == sentence[place[0]]
        for channel in CHANNELS
        for first, _ in named(reading, channel)
    )


def _loosely(reading: Reading, place: Range) -> bool:
    """Whether "something" is to go out at that rhythm, here or a sentence before."""
    something = reading.around(place, "out_now")
    return something is not None and reading.around(place, *_ACTS) is not None


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
