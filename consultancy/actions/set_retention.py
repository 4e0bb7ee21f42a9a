"""How long letters are kept as evidence from now on."""

from datetime import datetime

from django.db import transaction

from consultancy.models import Consultant, Retention

from .write_down import write_down


@transaction.atomic
def set_retention(consultant: Consultant, *, years: int, at: datetime) -> None:
    """Settle the years; clients who are erased already keep the day they have."""
    Retention.objects.update_or_create(consultant=consultant, defaults={"years": years})
    write_down(
        consultant,
        kind="retention_set",
        at=at,
        subject="practice",
        payload={"years": years},
    )
