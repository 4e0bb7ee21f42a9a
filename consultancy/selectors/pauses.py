"""When may somebody who was wrong too often try again?"""

from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max


def pause_ends_at(email: str, network_address: str | None) -> datetime | None:
    """Return the moment from which tries are heard again; None without wrong ones."""
    pause: timedelta = settings.AXES_COOLOFF_TIME
    tries = AccessAttempt.objects.filter(username=email, ip_address=network_address)
    last: datetime | None = tries.aggregate(at=Max("attempt_time"))["at"]
    return last + pause if last else None
