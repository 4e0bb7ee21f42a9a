from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from requests_log.reminders import LAST_WAIT, may_close, next_due

SENT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
MADRID = ZoneInfo("Europe/Madrid")
DAYS = (2, 5, 10)


def after(days, **hours):
    return SENT + timedelta(days=days, **hours)


def due(reminded=(), wanted_on=None, days=DAYS):
    return next_due(
        sent_at=SENT, reminded=reminded, days=days, wanted_on=wanted_on, zone=MADRID
    )


@pytest.mark.parametrize(
    ("reminded", "when"),
    [
        ((), after(2)),
        ((after(2),), after(5)),
        ((after(2), after(5)), after(10)),
        ((after(2), after(5), after(10)), after(10) + LAST_WAIT),
        ((after(2), after(7)), after(10)),
    ],
)
def test_reminders_are_due_so_many_days_after_the_sending(reminded, when):
    assert due(reminded) == when


def test_a_reminder_given_late_does_not_make_the_next_one_due_at_once():
    assert due((after(8),)) == after(8)


def test_without_reminders_the_wait_begins_at_the_sending():
    assert due(days=()) == SENT + LAST_WAIT


def test_nothing_is_due_later_than_the_morning_of_the_wanted_day():
    assert due(wanted_on=date(2026, 11, 3)) == datetime(2026, 11, 3, tzinfo=MADRID)


def test_from_the_wanted_day_on_it_is_due_until_it_is_answered():
    day = date(2026, 11, 3)
    assert due(wanted_on=date(2026, 11, 1)) == SENT
    assert due((after(2),), wanted_on=day) == after(2)


def test_a_wanted_day_that_is_past_does_not_stop_the_clock():
    given = (after(2), after(5), after(10))
    assert due(given, wanted_on=date(2026, 11, 3)) == after(10) + LAST_WAIT


def test_the_clock_may_stop_waiting_after_the_last_reminder_only():
    assert not may_close(reminded=[after(2), after(5)], days=DAYS)
    assert may_close(reminded=[after(2), after(5), after(10)], days=DAYS)
