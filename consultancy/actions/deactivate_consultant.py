"""An account is closed, or opened again, by the owner of the installation.

He sees nothing of its work either way, and nothing of it is lost.
"""

from datetime import datetime

from django.db import transaction

from consultancy.errors import NotTheOwner
from consultancy.models import Consultant, Session, User

from .write_down import write_down


@transaction.atomic
def deactivate_consultant(
    owner: Consultant, consultant: Consultant, *, at: datetime
) -> None:
    """End every session and let nobody in any more. Raises NotTheOwner."""
    _switch(owner, consultant, at, is_active=False)
    Session.objects.filter(user=consultant.user).delete()


@transaction.atomic
def reactivate_consultant(
    owner: Consultant, consultant: Consultant, *, at: datetime
) -> None:
    """Let the consultant in again, with the password he had. Raises NotTheOwner."""
    _switch(owner, consultant, at, is_active=True)


def _switch(
    owner: Consultant, consultant: Consultant, at: datetime, *, is_active: bool
) -> None:
    if not owner.user.owns_installation or consultant.user.owns_installation:
        raise NotTheOwner
    others = User.objects.filter(pk=consultant.user_id, is_active=not is_active)
    if not others.update(is_active=is_active):
        return  # so already: nothing to tell of
    write_down(
        owner,
        kind="consultant_reactivated" if is_active else "consultant_deactivated",
        at=at,
        subject=f"consultant:{consultant.public_id}",
        payload={},
    )
