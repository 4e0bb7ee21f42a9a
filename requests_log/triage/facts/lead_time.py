"""How soon it is wanted, against the agreed notice."""

from collections.abc import Iterator

from consultancy.strategy_file import Strategy
from requests_log.triage.facts.breach import Breach
from requests_log.triage.hits import Range
from requests_log.triage.reading import Reading

_DAYS = {"within_hours": 0, "today": 0, "tomorrow": 1, "day_after_tomorrow": 2}
_REACH = 25
_WORK = ("make", "publish", "content_unit", "advertise")


def broken(reading: Reading, strategy: Strategy) -> Iterator[Breach]:
    """Work wanted sooner than the notice agreed; small errands do not count."""
    notice = strategy.lead_time_days
    if notice is None or not reading.of(*_WORK):
        return
    if reading.wanted_in_days is not None:
        if reading.wanted_in_days < notice and not _errand(reading):
            places = reading.of(*_DAYS) or reading.of(*_WORK)
            yield Breach(tuple(places[:2]), "lead_time_days", str(notice))
        return
    for name, days in _DAYS.items():
        for place in _days_named(reading, name):
            work = reading.near(place, *_WORK, words=_REACH)
            if days < notice and work and not _errand(reading):
                yield Breach((place, work), "lead_time_days", str(notice))


def _days_named(reading: Reading, name: str) -> list[Range]:
    """Where the day is named, leaving out "every morning" and mere news."""
    return [
        place
        for place in reading.of(name)
        if not reading.touch(place, "no_day")
        and not reading.around(place, "only_for_us", "no_hurry")
    ]


def _errand(reading: Reading) -> bool:
    return bool(reading.of("errand", "small_errand")) and not reading.of("big_work")


def touched(reading: Reading, strategy: Strategy) -> Iterator[str]:
    """Whether it is wanted, or a day is named, within the notice agreed."""
    notice = strategy.lead_time_days
    if notice is None:
        return
    if reading.wanted_in_days is not None:
        yield "wanted_soon" if reading.wanted_in_days < notice else "wanted_later"
    if any(
        days < notice and _days_named(reading, name) for name, days in _DAYS.items()
    ):
        yield "day_soon"


def line(_reading: Reading, strategy: Strategy) -> tuple[str, str] | None:
    """The notice agreed."""
    notice = strategy.lead_time_days
    return None if notice is None else ("lead_time_days", str(notice))
