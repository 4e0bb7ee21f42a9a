"""May anything be written now, and if not, why?"""

from enum import StrEnum
from uuid import UUID

from django.conf import settings

from consultancy.models import Consultant
from consultancy.paper.errors import WeakSecret, WrongSecret
from consultancy.paper.keys import LEAST_SECRET_BYTES, unlock


class ReadOnly(StrEnum):
    """Why nothing may be written."""

    MISSING = "missing_secret"
    WRONG = "wrong_secret"


# Practices whose key was seen to open, with the secret that opened it: unlocking is
# slow and its answer holds as long as this process has the same secret.
_opened: set[tuple[UUID, str]] = set()


def why_read_only(consultant: Consultant | None) -> ReadOnly | None:
    """Return the reason when letters could not be signed, else None.

    Nothing is recorded meanwhile: a decision that can never be put in writing
    must not look recorded.
    """
    secret = settings.SIGNING_SECRET
    if not secret:
        return ReadOnly.MISSING
    if len(secret.encode()) < LEAST_SECRET_BYTES:
        return ReadOnly.WRONG
    if consultant and (consultant.public_id, secret) not in _opened:
        if not _key_opens(consultant, secret):
            return ReadOnly.WRONG
        _opened.add((consultant.public_id, secret))
    return None


def _key_opens(consultant: Consultant, secret: str) -> bool:
    """Say whether SECRET opens the key in use; true where there is none yet."""
    key = consultant.signing_keys.filter(retired_at=None).first()
    if key is None:
        return True
    try:
        unlock(bytes(key.wrapped), secret=secret.encode())
    except (WrongSecret, WeakSecret):
        return False
    return True
