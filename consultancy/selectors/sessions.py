"""Where is somebody signed in?"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from consultancy.models import Session, User

from .browsers import browser_name


@dataclass(frozen=True)
class OpenSession:
    """A session as its user sees it: never by its key, which would let in."""

    handle: str
    browser: str
    used_at: datetime
    is_this: bool


def open_sessions(user: User, *, this: str | None, at: datetime) -> list[OpenSession]:
    """Return the sessions of USER, the one of key THIS first, then the latest used."""
    rows = Session.objects.filter(user=user, expire_date__gt=at).order_by("-used_at")
    found = [
        OpenSession(
            handle=handle_of(row.session_key),
            browser=browser_name(row.browser),
            used_at=row.used_at,
            is_this=row.session_key == this,
        )
        for row in rows
    ]
    return sorted(found, key=lambda session: not session.is_this)


def handle_of(session_key: str) -> str:
    """Return a name of the session that says nothing of its key."""
    return hashlib.sha256(session_key.encode()).hexdigest()[:32]
