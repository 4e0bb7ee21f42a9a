"""A code of an authenticator, or one for recovery: accepted once, and not guessed."""

import hashlib
from base64 import b32encode

from django.db import transaction
from django_otp.models import ThrottlingMixin
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from consultancy.errors import TooManyCodes, WrongCode
from consultancy.models import User

DIGITS = 6
# Each wrong code doubles the wait for the next, up to 2**(10 - 1) seconds: too long
# to guess in a lifetime, too short to keep the owner out.
MOST_FAILURES = 10


def check_code(user: User, code: str, *, confirmed: bool = True) -> None:
    """Use CODE up for USER, or for his authenticator that is not CONFIRMED yet.

    Raises WrongCode, or TooManyCodes when it is too early after others. Never call
    it inside a transaction that may be rolled back: wrong codes must count.
    """
    typed = "".join(code.split()).replace("-", "").lower()
    is_shown = len(typed) == DIGITS and typed.isdecimal()
    devices = TOTPDevice if is_shown or not confirmed else StaticDevice
    token = typed if devices is TOTPDevice else as_stored(user, typed)
    with transaction.atomic():
        rows = devices.objects.select_for_update()
        device = rows.filter(user=user, confirmed=confirmed).first()
        refusal = _refusal(device, token)
    if refusal:
        raise refusal


def as_stored(user: User, code: str) -> str:
    """Return what the database holds of a recovery code: too little to get in with."""
    digest = hashlib.sha256(f"{user.pk}:{code}".encode()).digest()
    return b32encode(digest)[:16].decode().lower()


def _refusal(
    device: ThrottlingMixin | None, token: str
) -> WrongCode | TooManyCodes | None:
    if device is None:
        return WrongCode()
    allowed, why = device.verify_is_allowed()
    if not allowed:
        return TooManyCodes(why["locked_until"])
    if device.verify_token(token):
        return None
    if device.throttling_failure_count > MOST_FAILURES:
        device.throttling_failure_count = MOST_FAILURES
        device.save()
    return WrongCode()
