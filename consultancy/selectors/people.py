"""Who has an account here? Never anything of their work."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from consultancy.models import Consultant, User


@dataclass(frozen=True)
class Person:
    """A consultant as the owner of the installation sees him."""

    public_id: UUID
    name: str
    email: str
    since: datetime
    last_used_at: datetime | None
    is_active: bool
    is_owner: bool


def people_here() -> list[Person]:
    """Return everybody with a practice but the demo's user, by name."""
    users = User.objects.filter(is_demo=False, consultant__isnull=False)
    rows = users.select_related("consultant").annotate(used_at=Max("sessions__used_at"))
    return [
        Person(
            public_id=user.consultant.public_id,
            name=user.consultant.name,
            email=user.email,
            since=user.consultant.created_at,
            last_used_at=max(
                filter(None, (user.used_at, user.last_login)), default=None
            ),
            is_active=user.is_active,
            is_owner=user.owns_installation,
        )
        for user in rows.order_by("consultant__name", "pk")
    ]


def is_alone(consultant: Consultant) -> bool:
    """Say whether nobody else can sign in here. The demo's user never is: everybody
    knows his password."""
    if consultant.user.is_demo:
        return False
    others = User.objects.filter(is_active=True, is_demo=False)
    return not others.exclude(pk=consultant.user_id).exists()


def practice_by(public_id: UUID) -> Consultant | None:
    """Return a practice by what it is publicly called; the demo's is not among them."""
    practices = Consultant.objects.select_related("user").filter(user__is_demo=False)
    return practices.filter(public_id=public_id).first()
