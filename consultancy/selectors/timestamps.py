"""Who stamps letters here, and which letters wait for it?"""

from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet

from consultancy.models import Timestamp
from consultancy.paper.tsa_client import TimestampAuthority, certificates_in


def timestamp_authority() -> TimestampAuthority | None:
    """Return the authority that was set up, if any. Raises OSError where the file of
    its roots cannot be read, which `check` says beforehand."""
    if not settings.TSA_URL:
        return None
    return TimestampAuthority(
        url=settings.TSA_URL,
        user=settings.TSA_USER,
        password=settings.TSA_PASSWORD or "",
        policy=settings.TSA_POLICY,
        roots=certificates_in(settings.TSA_CERTIFICATES),
    )


def awaited_timestamps(now: datetime) -> QuerySet[Timestamp]:
    """Return what is to be asked for again, longest due first."""
    due = Timestamp.objects.filter(at=None, next_try_at__lte=now)
    rows = due.select_related("document__consultant__user")
    return rows.defer("document__record").order_by("next_try_at", "pk")
