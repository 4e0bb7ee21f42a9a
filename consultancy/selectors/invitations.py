"""Who is invited, and does a link still hold?"""

import hashlib
from datetime import datetime
from enum import StrEnum

from django.db.models import QuerySet

from consultancy.models import Consultant, Invitation


class InvitationState(StrEnum):
    OPEN = "open"
    USED = "used"
    REVOKED = "revoked"
    EXPIRED = "expired"


def invitation_by(token: str) -> Invitation | None:
    """Return the invitation of a link. Only the token's SHA-256 is stored."""
    return Invitation.objects.filter(token_sha256=digest_of(token)).first()


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def state_of(invitation: Invitation, *, at: datetime) -> InvitationState:
    if invitation.used_at:
        return InvitationState.USED
    if invitation.revoked_at:
        return InvitationState.REVOKED
    is_open = at < invitation.expires_at
    return InvitationState.OPEN if is_open else InvitationState.EXPIRED


def waiting_invitations(consultant: Consultant) -> QuerySet[Invitation]:
    """Return the invitations that nobody has used or withdrawn, newest first."""
    waiting = Invitation.objects.of(consultant).filter(used_at=None, revoked_at=None)
    return waiting.order_by("-created_at", "-id")
