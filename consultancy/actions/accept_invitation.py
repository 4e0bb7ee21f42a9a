"""Somebody invited becomes a consultant here."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from consultancy.errors import AddressTaken, InvitationOver
from consultancy.models import Consultant, Invitation

from .create_consultant import create_consultant


@transaction.atomic
def accept_invitation(
    invitation: Invitation,
    *,
    name: str,
    password: str,
    language: str,
    time_zone: str,
    at: datetime,
) -> Consultant:
    """Create the practice of who was invited, for the address that was invited.

    Raises InvitationOver and AddressTaken; then the link stays as it was.
    """
    # In one statement: of two presses at once, one finds nothing to use.
    waiting = Invitation.objects.filter(
        pk=invitation.pk, used_at=None, revoked_at=None, expires_at__gt=at
    )
    if not waiting.update(used_at=at):
        raise InvitationOver
    try:
        return create_consultant(
            email=invitation.email,
            password=password,
            name=name,
            language=language,
            time_zone=time_zone,
            at=at,
        )
    except ValidationError as error:
        raise AddressTaken from error
