"""Sign a user out elsewhere. Possible even while nothing can be recorded."""

from datetime import datetime

from consultancy.models import Session, User
from consultancy.selectors.sessions import handle_of


def end_session(user: User, handle: str) -> bool:
    """End the session of USER that is called HANDLE; say whether there was one."""
    keys = Session.objects.filter(user=user).values_list("session_key", flat=True)
    named = [key for key in keys if handle_of(key) == handle]
    return bool(Session.objects.filter(session_key__in=named).delete()[0])


def end_other_sessions(user: User, *, keep: str | None) -> int:
    """End every session of USER but the one of key KEEP; return how many those were."""
    others = Session.objects.filter(user=user).exclude(session_key=keep or "")
    return others.delete()[0]


def forget_ended_sessions(*, now: datetime) -> int:
    """Delete the sessions that have run out; return how many those were."""
    return Session.objects.filter(expire_date__lt=now).delete()[0]
