"""Does somebody sign in with a code too, and how is that going?"""

from dataclasses import dataclass
from datetime import datetime

from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from consultancy.models import User


@dataclass(frozen=True)
class SecondFactor:
    """An authenticator in use, since when, and how many recovery codes are left."""

    since: datetime
    codes_left: int


def has_second_factor(user: User) -> bool:
    """Say whether a password alone does not let USER in."""
    return bool(TOTPDevice.objects.filter(user=user, confirmed=True).exists())


def second_factor_of(user: User) -> SecondFactor | None:
    device = TOTPDevice.objects.filter(user=user, confirmed=True).first()
    if device is None:
        return None
    left = StaticToken.objects.filter(device__user=user).count()
    return SecondFactor(device.created_at, left)


def authenticator_to_confirm(user: User) -> TOTPDevice | None:
    """Return the authenticator that was begun and has not shown a code yet."""
    return TOTPDevice.objects.filter(user=user, confirmed=False).first()
