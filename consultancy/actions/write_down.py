"""Enter an act of the consultant in his ledger, unless nothing may be written now."""

from datetime import datetime

from consultancy.errors import InstallationReadOnly
from consultancy.ledger.append import append
from consultancy.models import Consultant, LedgerEntry
from consultancy.selectors.readiness import why_read_only

SYSTEM = "system"


def write_down(
    consultant: Consultant,
    *,
    kind: str,
    at: datetime,
    subject: str,
    payload: dict[str, object],
    actor: str | None = None,
) -> LedgerEntry:
    """Append an entry inside the caller's transaction; the actor is the consultant
    unless another is named. Raises InstallationReadOnly."""
    reason = why_read_only(consultant)
    if reason:
        raise InstallationReadOnly(reason)
    return append(
        consultant,
        kind=kind,
        at=at,
        actor=actor or f"consultant:{consultant.public_id}",
        subject=subject,
        payload=payload,
    )
