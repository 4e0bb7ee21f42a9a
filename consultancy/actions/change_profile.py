"""What stands on the consultant's letterhead, and how the app speaks to him."""

from datetime import datetime

from django.db import transaction

from consultancy.models import Consultant

from .write_down import write_down

LETTERHEAD = ("name", "trade", "tax_id", "address", "email", "phone")


@transaction.atomic
def change_profile(
    consultant: Consultant,
    *,
    letterhead: dict[str, str],
    language: str,
    time_zone: str,
    at: datetime,
) -> None:
    """Store the letterhead (LETTERHEAD names its fields), language and zone.

    Letters already issued keep the letterhead they were issued with.
    """
    for field in LETTERHEAD:
        setattr(consultant, field, letterhead[field])
    consultant.save(update_fields=LETTERHEAD)
    consultant.user.language, consultant.user.time_zone = language, time_zone
    consultant.user.save(update_fields=["language", "time_zone"])
    write_down(
        consultant,
        kind="profile_changed",
        at=at,
        subject="practice",
        payload=dict(letterhead),
    )
