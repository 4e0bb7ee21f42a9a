"""A new user with a practice of his own."""

from datetime import datetime

from django.db import transaction

from consultancy.ledger.append import open_chain
from consultancy.models import Consultant, User

from .write_down import write_down


@transaction.atomic
def create_consultant(
    *,
    email: str,
    password: str,
    name: str,
    language: str,
    time_zone: str,
    at: datetime,
    is_demo: bool = False,
) -> Consultant:
    """Create the user, the practice and its ledger. The first one here owns the
    installation; the demo's user does not count.

    Raises ValidationError when the address is taken or not an address.
    """
    is_first = not User.objects.filter(is_demo=False).exists()
    user = User.objects.create_user(
        email,
        password,
        language=language,
        time_zone=time_zone,
        is_demo=is_demo,
        is_superuser=is_first and not is_demo,
    )
    consultant = Consultant.objects.create(
        user=user, name=name, email=user.email, created_at=at
    )
    open_chain(consultant)
    write_down(
        consultant,
        kind="practice_opened",
        at=at,
        subject="practice",
        payload={"name": name},
    )
    return consultant
