"""How often the practice reminds its clients from now on."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from consultancy.actions.write_down import write_down
from consultancy.models import Consultant
from requests_log.models import Pace


@transaction.atomic
def set_pace(
    consultant: Consultant, *, reminder_days: Sequence[int], at: datetime
) -> None:
    """Settle the days; what is under way keeps the date it has."""
    Pace.objects.update_or_create(
        consultant=consultant, defaults={"reminder_days": list(reminder_days)}
    )
    write_down(
        consultant,
        kind="pace_set",
        at=at,
        subject=f"consultant:{consultant.public_id}",
        payload={"reminder_days": list(reminder_days)},
    )
