"""When does a request need the consultant again?"""

import zoneinfo
from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from consultancy.models import Consultant
from requests_log.models import ClientRequest, Pace, Recommendation
from requests_log.models.pace import DAYS
from requests_log.reminders import may_close, next_due
from requests_log.workflow import Stage


def reminder_days(consultant: Consultant) -> list[int]:
    """Return after how many days the practice reminds its clients."""
    found = Pace.objects.filter(consultant=consultant).first()
    return list(found.reminder_days) if found else list(DAYS)


def sent_and_reminded(advice: Recommendation) -> tuple[datetime | None, list[datetime]]:
    """Return when ADVICE last went out anew, and the reminders noted since."""
    sent_at, reminded = None, []
    dispatches = advice.dispatches.all()  # a run over many has them at hand
    for dispatch in sorted(dispatches, key=lambda each: (each.recorded_at, each.pk)):
        if dispatch.reminder:
            reminded.append(dispatch.happened_at)
        else:
            sent_at, reminded = dispatch.happened_at, []
    return sent_at, reminded


def due_of(request: ClientRequest) -> datetime | None:
    """Return when advice that was sent needs attention again; None before that."""
    advice = request.advice
    sent_at, reminded = sent_and_reminded(advice) if advice else (None, [])
    if sent_at is None:
        return None
    consultant = request.consultant
    return next_due(
        sent_at=sent_at,
        reminded=reminded,
        days=reminder_days(consultant),
        wanted_on=request.wanted_on,
        zone=zoneinfo.ZoneInfo(consultant.user.time_zone),
    )


def closable(now: datetime) -> Iterator[ClientRequest]:
    """Yield what the clock may stop waiting for: every reminder was given in vain.

    In every practice whose consultant can still come in to note an answer.
    """
    paces = dict(Pace.objects.values_list("consultant", "reminder_days"))
    for request in _overdue(now).iterator(chunk_size=500):
        advice = request.advice
        sent_at, reminded = sent_and_reminded(advice) if advice else (None, [])
        days = paces.get(request.consultant_id, DAYS)
        if sent_at and may_close(reminded=reminded, days=days):
            yield request


def _overdue(now: datetime) -> QuerySet[ClientRequest]:
    """Return every sent request whose time has come, in all practices."""
    rows = ClientRequest.objects.filter(
        stage=Stage.ADVISED,
        due_at__lte=now,
        asked_at=None,
        consultant__user__is_active=True,
    )
    joined = rows.select_related("consultant__user", "client", "advice")
    return joined.prefetch_related("advice__dispatches").order_by("due_at")
