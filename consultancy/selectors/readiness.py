"""May anything be written now, and if not, why?"""

from functools import lru_cache

from django.conf import settings

from consultancy.models import Consultant
from consultancy.paper.errors import WeakSecret, WrongSecret
from consultancy.paper.keys import LEAST_SECRET_BYTES, unlock

MISSING_SECRET = "missing_secret"
WRONG_SECRET = "wrong_secret"


def why_read_only(consultant: Consultant | None) -> str | None:
    """Return a reason code when letters could not be signed, else None.

    Nothing is recorded meanwhile: a decision that can never be put in writing
    must not look recorded.
    """
    if not settings.SIGNING_SECRET:
        return MISSING_SECRET
    if len(settings.SIGNING_SECRET.encode()) < LEAST_SECRET_BYTES:
        return WRONG_SECRET
    if consultant is None:
        return None
    key = consultant.signing_keys.filter(retired_at=None).first()
    if key and not _opens(bytes(key.wrapped), settings.SIGNING_SECRET):
        return WRONG_SECRET
    return None


@lru_cache(maxsize=256)
def _opens(wrapped: bytes, secret: str) -> bool:
    """Say whether SECRET opens the key; asked once a process, unlocking is slow."""
    try:
        unlock(wrapped, secret=secret.encode())
    except (WrongSecret, WeakSecret):
        return False
    return True
