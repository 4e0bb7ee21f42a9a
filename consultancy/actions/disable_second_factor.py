"""From now on the password alone lets the consultant in again."""

from datetime import datetime

from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from consultancy.models import Consultant

from .write_down import write_down


@transaction.atomic
def disable_second_factor(
    consultant: Consultant, *, at: datetime, actor: str | None = None
) -> None:
    """Forget authenticator and recovery codes. Raises InstallationReadOnly."""
    for devices in (TOTPDevice, StaticDevice):
        devices.objects.filter(user=consultant.user).delete()
    write_down(
        consultant,
        kind="second_factor_disabled",
        at=at,
        subject="account",
        payload={},
        actor=actor,
    )
