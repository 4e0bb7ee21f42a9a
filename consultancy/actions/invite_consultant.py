"""One more consultant is asked in by the owner of the installation."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from consultancy.errors import AddressTaken, InvitedJustNow, NotTheOwner
from consultancy.models import Consultant, Invitation, User
from consultancy.selectors.invitations import digest_of

from .take_turn import take_turn
from .write_down import write_down

HOLDS_FOR = timedelta(days=7)
BETWEEN_TWO = timedelta(minutes=1)
TOKEN_BYTES = 32


@transaction.atomic
def invite_consultant(owner: Consultant, *, email: str, at: datetime) -> str:
    """Return the token of a link that holds for HOLDS_FOR, and once.

    An earlier link to the address stops working. Raises NotTheOwner, AddressTaken and
    InvitedJustNow.
    """
    if not owner.user.owns_installation:
        raise NotTheOwner
    email = email.lower()
    # A second press finds the first's invitation.
    take_turn(owner)
    if User.objects.filter(email=email).exists():
        raise AddressTaken
    _withdraw_earlier(email, at)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    row = Invitation.objects.create(
        consultant=owner,
        email=email,
        token_sha256=digest_of(token),
        created_at=at,
        expires_at=at + HOLDS_FOR,
    )
    _enter(row, "consultant_invited", at)
    return token


@transaction.atomic
def revoke_invitation(owner: Consultant, pk: int, *, at: datetime) -> bool:
    """Withdraw an invitation of OWNER's; say whether it was still waiting."""
    row = Invitation.objects.of(owner).filter(pk=pk).first()
    waiting = Invitation.objects.filter(pk=pk, used_at=None, revoked_at=None)
    if row is None or not waiting.update(revoked_at=at):
        return False
    _enter(row, "invitation_revoked", at)
    return True


def _withdraw_earlier(email: str, at: datetime) -> None:
    waiting = Invitation.objects.filter(email=email, used_at=None, revoked_at=None)
    if waiting.filter(created_at__gt=at - BETWEEN_TWO).exists():
        raise InvitedJustNow
    waiting.update(revoked_at=at)


def _enter(row: Invitation, kind: str, at: datetime) -> None:
    write_down(
        row.consultant,
        kind=kind,
        at=at,
        subject=f"invitation:{row.pk}",
        payload={"email": row.email},
    )
