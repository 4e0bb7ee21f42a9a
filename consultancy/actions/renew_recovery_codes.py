"""Codes to get in with when the authenticator is lost; the earlier ones end."""

import secrets
from base64 import b32encode
from datetime import datetime

from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken

from consultancy.models import Consultant, User

from .check_code import as_stored, check_code
from .write_down import write_down

HOW_MANY = 10
BYTES = 10  # 80 bits: what is stored of a code cannot be searched for


def renew_recovery_codes(
    consultant: Consultant, *, code: str, at: datetime
) -> list[str]:
    """Return new codes, as they are shown this once.

    Raises WrongCode, TooManyCodes, InstallationReadOnly.
    """
    check_code(consultant.user, code)
    with transaction.atomic():
        write_down(
            consultant,
            kind="recovery_codes_renewed",
            at=at,
            subject="account",
            payload={"codes": HOW_MANY},
        )
        return issue_recovery_codes(consultant.user)


def issue_recovery_codes(user: User) -> list[str]:
    """Store HOW_MANY new codes in place of all others, and return them."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery")
    codes = [b32encode(secrets.token_bytes(BYTES)).decode() for _ in range(HOW_MANY)]
    StaticToken.objects.bulk_create(
        StaticToken(device=device, token=as_stored(user, code.lower()))
        for code in codes
    )
    return [_in_fours(code.lower()) for code in codes]


def _in_fours(code: str) -> str:
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
