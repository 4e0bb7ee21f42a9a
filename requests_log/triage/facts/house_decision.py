"""House decisions, broken by their substance more than by a keyword."""

from collections.abc import Iterator

from consultancy.strategy_file import HouseDecision, Strategy
from requests_log.triage.facts.audience import ages_named
from requests_log.triage.facts.breach import Breach
from requests_log.triage.facts.channel import CHANNELS
from requests_log.triage.facts.demanded import lacking
from requests_log.triage.facts.prices import prices
from requests_log.triage.facts.themes import (
    Theme,
    is_excepted,
    most_shared,
    places,
    shared_words,
    theme,
)
from requests_log.triage.hits import Range
from requests_log.triage.reading import Reading

_ACTS = (
    "publish",
    "content_unit",
    "make",
    "advertise",
    "suggest",
    "start_up",
    "house_act",
)
_ABOUT_ANSWERS = (
    "breaks_medical_advice",
    "breaks_automation",
    "breaks_row",
    "breaks_influencer",
    "breaks_free",
)
_CHANNELS = tuple(f"channel_{channel}" for channel in CHANNELS)
_AT = frozenset("en calle avenida plaza at on de la".split())
_SPOKEN_OF = ("as_agreed", "closed_for", "house_kept")
_ADULT = 18


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Requests that do what a house decision rules out."""
    for house in strategy.house_decisions:
        for place in _against(reading, house):
            yield Breach((place,), "house_decisions", house.decision)


def _against(reading: Reading, house: HouseDecision) -> Iterator[Range]:
    about = theme(house.decision, house.keywords, reading.lexicon)
    channels = reading.of(*_CHANNELS)
    found = {*places(reading, about), *_by_fact(reading, about)}
    for place in sorted(found.difference(channels)):
        if _is_asked(reading, place, about) and not is_excepted(reading, place, about):
            yield place
    yield from lacking(reading, house.decision)


def _is_asked(reading: Reading, place: Range, about: Theme) -> bool:
    if reading.is_answered(place) or reading.near(place, *_SPOKEN_OF, words=12):
        return False
    acted = reading.near(place, *_ACTS, words=15) or reading.around(place, *_ACTS)
    if not acted:
        return False
    if _is_about(reading, about, *_ABOUT_ANSWERS):
        return True
    taken_out = reading.near(place, "take_out", words=14)
    if taken_out and taken_out < place:
        return False
    private = reading.near(place, "reply", words=15)
    return not (private or reading.around(place, "in_private"))


def _by_fact(reading: Reading, about: Theme) -> Iterator[Range]:
    if _is_about(reading, about, "breaks_price"):
        yield from prices(reading)
    if _is_about(reading, about, "breaks_address"):
        yield from _addresses(reading)
    if _is_about(reading, about, "breaks_minors"):
        for place, (_, oldest) in ages_named(reading):
            if oldest < _ADULT:
                yield place


def _addresses(reading: Reading) -> Iterator[Range]:
    """A name with a capital and a house number behind or before it."""
    text = reading.text
    for number in reading.quantities:
        before = number.first - 1
        if before < 1 or not text.words[number.first][0].isdecimal():
            continue
        named = text.source[text.starts[before]].isupper()
        if named and text.words[before - 1] in _AT:
            yield before, number.last
    figures = {n.first for n in reading.quantities if text.words[n.first].isdecimal()}
    yield from (place for place in reading.of("street_word") if place[1] in figures)


def _is_about(reading: Reading, about: Theme, *names: str) -> bool:
    return any(reading.lexicon.numbers[name] in about.concepts for name in names)


def touched(reading: Reading, strategy: Strategy) -> Iterator[str]:
    """What the message shares with the house decisions and their keywords."""
    houses = strategy.house_decisions
    if any(_meets(reading, house) for house in houses):
        yield "house_theme"
    words = tuple(_words(house) for house in houses)
    keywords = tuple(" ".join(house.keywords) for house in houses)
    yield from most_shared("house_words", shared_words(reading, words))
    yield from most_shared("house_keywords", shared_words(reading, keywords))


def line(reading: Reading, strategy: Strategy) -> tuple[str, str] | None:
    """The house decision that is nearest, if any is near."""
    houses = strategy.house_decisions
    shared = shared_words(reading, tuple(_words(house) for house in houses))
    near = max(
        houses,
        key=lambda house: (_meets(reading, house), shared[_words(house)]),
        default=None,
    )
    if near is None or not (_meets(reading, near) or shared[_words(near)]):
        return None
    return "house_decisions", near.decision


def _words(house: HouseDecision) -> str:
    return " ".join((house.decision, *house.keywords))


def _meets(reading: Reading, house: HouseDecision) -> bool:
    about = theme(house.decision, house.keywords, reading.lexicon)
    return bool(places(reading, about))
