"""When to remind a client, and when to stop waiting. Pure; days are whole ones."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

LAST_WAIT = timedelta(days=4)  # from the last reminder to "not answered"


def next_due(
    *,
    sent_at: datetime,
    reminded: Sequence[datetime],
    days: Sequence[int],
    wanted_on: date | None,
    zone: tzinfo,
) -> datetime:
    """Return when advice SENT_AT needs attention again.

    REMINDED are the reminders noted since, DAYS when they are due after the sending.
    Nothing is due later than the morning of the day the client wanted it by; from then
    on there are no reminders: it is due, and urgent, until it is answered.
    """
    last_word = max([sent_at, *reminded])
    if len(reminded) < len(days):
        due = max(sent_at + timedelta(days=days[len(reminded)]), last_word)
    else:
        due = max(last_word, sent_at) + LAST_WAIT
    if wanted_on is None:
        return due
    morning = datetime.combine(wanted_on, time.min, tzinfo=zone)
    if morning > last_word:
        return min(due, morning)
    return last_word if len(reminded) < len(days) else due


def may_close(*, reminded: Sequence[datetime], days: Sequence[int]) -> bool:
    """Say whether every reminder was given, so that the clock may stop waiting."""
    return len(reminded) >= len(days)
