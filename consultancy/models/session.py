from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone

BROWSER = "browser"
LONGEST_BROWSER = 255  # characters of what a browser says of itself
# How exact the last use is: noting each would be a write for every page.
NOTED_EVERY = timedelta(minutes=5)


class Session(AbstractBaseSession):
    """One browser's visit. Whose it is stands in a column, so that he can end it."""

    # A session is no fact of the practice: it goes with its user.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        related_name="sessions",
    )
    browser = models.CharField(max_length=LONGEST_BROWSER, blank=True)
    used_at = models.DateTimeField()

    @classmethod
    def get_session_store_class(cls) -> type["SessionStore"]:
        return SessionStore


class SessionStore(DatabaseStore):
    """Django's own, with the columns filled from what the session holds."""

    used_at: datetime | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def load(self) -> dict[str, Any]:
        row = self._get_session_from_db()  # type: ignore[attr-defined]  # not in stubs
        self.used_at = row.used_at if row else None
        return self.decode(row.session_data) if row else {}

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row = super().create_model_instance(data)
        return Session(
            session_key=row.session_key,
            session_data=row.session_data,
            expire_date=row.expire_date,
            user_id=data.get(SESSION_KEY),
            browser=data.get(BROWSER, ""),
            used_at=timezone.now(),
        )

    def note_use(self, at: datetime) -> None:
        """Have the last use stored with this answer, unless it was a moment ago."""
        if self.used_at and at - self.used_at > NOTED_EVERY:
            self.modified = True
