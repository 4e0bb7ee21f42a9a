"""From now on a password alone does not let the consultant in."""

from datetime import datetime

from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from consultancy.models import Consultant, User

from .check_code import check_code
from .renew_recovery_codes import issue_recovery_codes
from .write_down import write_down


def begin_second_factor(user: User) -> None:
    """Make a new key for an authenticator; it asks for nothing until it is enabled."""
    TOTPDevice.objects.filter(user=user, confirmed=False).delete()
    TOTPDevice.objects.create(user=user, name="authenticator", confirmed=False)


def enable_second_factor(
    consultant: Consultant, *, code: str, at: datetime
) -> list[str]:
    """Confirm the key that was begun by a code made with it; return recovery codes.

    Raises WrongCode, TooManyCodes, InstallationReadOnly.
    """
    check_code(consultant.user, code, confirmed=False)
    with transaction.atomic():
        mine = TOTPDevice.objects.filter(user=consultant.user)
        mine.filter(confirmed=True).delete()
        mine.update(confirmed=True)
        write_down(
            consultant,
            kind="second_factor_enabled",
            at=at,
            subject="account",
            payload={},
        )
        return issue_recovery_codes(consultant.user)
