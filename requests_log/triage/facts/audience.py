"""Ages to be addressed, against the agreed audience."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.hits import Range
from requests_log.triage.lexicon import Lexicon
from requests_log.triage.numbers import Quantity
from requests_log.triage.reading import Reading
from requests_log.triage.text import Text
from requests_log.triage.words import plain_stem

GROUPS = {
    "age_kids": (0, 12),
    "age_teens": (12, 17),
    "age_students": (18, 24),
    "age_gen_z": (14, 28),
    "age_young": (18, 29),
    "age_millennials": (29, 44),
    "age_seniors": (65, 90),
}
_AIMED = ("aim_at", "advertise")
CROWDS = tuple(
    f"crowd_{name}"
    for name in (
        "families neighbours students workers firms couples tourists owners beginners "
        "experts old young rich farmers skin"
    ).split()
)
_FOR = frozenset(("para", "for", "a", "al", "at", "con", "with"))
_OLDEST, _LEAST_SHARED = 90, 0.34
_MOST_REACH, _LONG_WORD = 16, 5
Ages = tuple[int, int]


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Ages mostly outside those agreed, where the request addresses them."""
    yield from _turned_elsewhere(reading, strategy)
    agreed = strategy.audience.ages
    if agreed is None:
        return
    line = f"{agreed[0]}-{agreed[1]}"
    for place, ages in ages_named(reading):
        act = _aimed(reading, place)
        if act and _shared(ages, agreed) < _LEAST_SHARED:
            yield Breach((place, act), "audience", line)


def _turned_elsewhere(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """All that is published turned to a crowd the audience does not name."""
    who = strategy.audience.who
    if not who:
        return
    agreed, stems = _crowds(who, reading.lexicon)
    for place in reading.of("audience_swap"):
        sentence = reading.text.sentences[reading.text.sentence_of[place[0]]]
        span = range(sentence.first, sentence.last)
        named = any(place[0] in span for place in reading.hits.of(agreed))
        own = any(plain_stem(reading.text.words[token]) in stems for token in span)
        if _left_behind(reading, place) or not (named or own):
            yield Breach((place,), "audience", who)


def _left_behind(reading: Reading, place: Range) -> bool:
    """Whether the words beside it drop those addressed so far."""
    inside = (
        place[0] <= first and last <= place[1]
        for first, last in reading.of("old_ones_out")
    )
    return any(inside) or reading.around(place, "old_ones_out") is not None


@lru_cache(maxsize=500)
def _crowds(who: str, lexicon: Lexicon) -> tuple[tuple[int, ...], frozenset[str]]:
    """The crowds a description names, and the stems of its longer words."""
    text = Text(who)
    heard = lexicon.find(text, ("es", "en")).heard()
    crowds = tuple(lexicon.numbers[name] for name in CROWDS)
    words = (word for word in text.words if len(word) >= _LONG_WORD)
    return (
        tuple(crowd for crowd in crowds if crowd in heard),
        frozenset(map(plain_stem, words)),
    )


def _aimed(reading: Reading, place: Range) -> Range | None:
    """The words that address those ages: aiming, or a piece made for them."""
    act = reading.near(place, *_AIMED, words=_MOST_REACH)
    if act:
        return act
    them = reading.around(place, "at_them")
    if them:
        return them
    before = reading.text.words[max(0, place[0] - 3) : place[0]]
    if _FOR.isdisjoint(before):
        return None
    return reading.near(place, "content_unit", "make", words=_MOST_REACH)


def _shared(asked: Ages, agreed: Ages) -> float:
    low, high = max(asked[0], agreed[0]), min(asked[1], agreed[1])
    return max(0, high - low) / max(1, asked[1] - asked[0])


def ages_named(reading: Reading) -> Iterator[tuple[Range, Ages]]:
    """Ages spoken of, by group or in figures, as [youngest, oldest]."""
    for name, ages in GROUPS.items():
        for place in reading.of(name):
            yield place, ages
    yield from _in_figures(reading)


def _in_figures(reading: Reading) -> Iterator[tuple[Range, Ages]]:
    numbers = [n for n in reading.quantities if 10 <= n.value <= _OLDEST]
    used: set[int] = set()
    for one, other in pairwise(numbers):
        between = reading.text.words[one.last : other.first]
        near = other.first - one.last <= 2 and one.value < other.value
        joined = set(between) <= {"a", "to", "y", "and", "hasta"}
        place = (one.first, other.last)
        if near and joined and _is_age(reading, place):
            used |= {one.first, other.first}
            yield place, (int(one.value), int(other.value))
    for number in numbers:
        ages = _ages_of(reading, number)
        if ages and number.first not in used:
            yield (number.first, number.last), ages


def _ages_of(reading: Reading, number: Quantity) -> Ages | None:
    """The ages a single number speaks of, if it speaks of any."""
    place, age = (number.first, number.last), int(number.value)
    if reading.near(place, "or_older", words=2):
        return age, max(_OLDEST, age)
    if reading.near(place, "or_younger", words=2):
        return max(0, age - 12), age
    if reading.near(place, "years_old", words=2):
        return age, age + 9 if age % 10 == 0 else age + 1
    return (age, age + 1) if _stands_for_age(reading, place) else None


def _stands_for_age(reading: Reading, place: Range) -> bool:
    before = reading.text.words[max(0, place[0] - 1) : place[0]]
    if reading.near(place, "countable", "content_unit", "money", words=2):
        return False
    return before in (["of"], ["aged"], ["de"]) and bool(
        reading.near(place, "aim_at", words=6)
    )


def _is_age(reading: Reading, place: Range) -> bool:
    return bool(reading.near(place, "years_old", "aim_at", "audience_word", words=8))


def touched(reading: Reading, strategy: Strategy) -> Iterator[str]:
    """Whether ages are named outside, or within, those agreed."""
    agreed = strategy.audience.ages
    if agreed is not None:
        for _, ages in ages_named(reading):
            yield "ages_out" if _shared(ages, agreed) < _LEAST_SHARED else "ages_in"


def line(_reading: Reading, strategy: Strategy) -> tuple[str, str] | None:
    """Who was agreed to be addressed, or of which ages."""
    ages, who = strategy.audience.ages, strategy.audience.who
    agreed = who or (f"{ages[0]}-{ages[1]}" if ages else "")
    return ("audience", agreed) if agreed else None
