from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation

from requests_log.letters.moments import day_text, moment_text, recorded_text
from requests_log.letters.parts import Moment

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "3\xa0de marzo de 2026"), ("en", "3\xa0March 2026")],
)
def test_a_day_is_written_in_words(language: str, text: str) -> None:
    with translation.override(language):
        assert day_text(date(2026, 3, 3)) == text


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("Europe/Madrid", "22\xa0November 2026, 13:00 (UTC+1)"),
        ("Europe/London", "22\xa0November 2026, 12:00 (UTC)"),
        ("America/Caracas", "22\xa0November 2026, 08:00 (UTC−4)"),
        ("America/St_Johns", "22\xa0November 2026, 08:30 (UTC−3:30)"),
        ("Asia/Kolkata", "22\xa0November 2026, 17:30 (UTC+5:30)"),
        ("Pacific/Auckland", "23\xa0November 2026, 01:00 (UTC+13)"),
    ],
)
def test_a_moment_bears_its_distance_from_utc(zone: str, text: str) -> None:
    with translation.override("en"):
        assert moment_text(NOON, zone) == text


def test_summer_and_winter_differ_in_one_zone() -> None:
    with translation.override("es"):
        summer = moment_text(datetime(2026, 7, 1, 12, tzinfo=UTC), "Europe/Madrid")
    assert summer == "1\xa0de julio de 2026, 14:00 (UTC+2)"


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, ""), (30, ""), (900, "22\xa0November 2026, 12:15 (UTC)")]
)
def test_a_record_made_later_is_told_and_one_made_at_once_is_not(
    seconds: int, text: str
) -> None:
    moment = Moment(NOON, NOON + timedelta(seconds=seconds))
    with translation.override("en"):
        assert recorded_text(moment, "Europe/London") == text
