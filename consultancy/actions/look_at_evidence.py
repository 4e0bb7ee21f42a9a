"""A look at what is kept of an erased client: allowed, and entered."""

from datetime import datetime

from django.db import transaction

from consultancy.models import Erasure

from .write_down import write_down


@transaction.atomic
def look_at_evidence(erasure: Erasure, *, at: datetime, what: str = "list") -> None:
    """Enter that the consultant looked at WHAT: the list, or a file's fingerprint."""
    write_down(
        erasure.consultant,
        kind="evidence_looked_at",
        at=at,
        subject=f"client:{erasure.client_number}",
        payload={"what": what},
    )
