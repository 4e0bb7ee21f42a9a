"""Dates and times as a letter prints them: in words, each time with its zone."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext, pgettext

from .parts import Moment


def day_text(day: date) -> str:
    """Return a day in words, in the active language."""
    words = format_date(day, pgettext("letter date format", "j F Y"))
    # A line must not end between the figure and its month.
    return words.replace(" ", "\N{NO-BREAK SPACE}", 1)


def moment_text(at: datetime, zone: str) -> str:
    """Return day, time to the minute and distance from UTC, as it was in ZONE."""
    local = at.astimezone(ZoneInfo(zone))
    return gettext("%(day)s, %(time)s (%(offset)s)") % {
        "day": day_text(local),
        "time": local.strftime("%H:%M"),
        "offset": _offset_text(local.utcoffset() or timedelta()),
    }


def recorded_text(moment: Moment, zone: str) -> str:
    """Return when a thing was recorded, or nothing where that is when it happened."""
    recorded = moment_text(moment.recorded_at, zone)
    return "" if recorded == moment_text(moment.happened_at, zone) else recorded


def _offset_text(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "\N{MINUS SIGN}"
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")
