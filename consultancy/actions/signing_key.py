"""The key a consultant signs with: made on first use, anew when it no longer fits."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings
from django.db import transaction

from consultancy.errors import InstallationReadOnly
from consultancy.models import Authority, Consultant, SigningKey
from consultancy.paper.errors import WeakSecret, WrongSecret
from consultancy.paper.keys import (
    StoredKey,
    UnlockedKey,
    create_authority,
    create_consultant_key,
    unlock,
)
from consultancy.selectors.readiness import ReadOnly
from consultancy.selectors.signing_keys import authority, key_in_use

from .take_turn import take_turn
from .write_down import SYSTEM, write_down

AUTHORITY_NAME = "Por Escrito"
MADE, BROUGHT = "signing_key_made", "signing_key_brought"


def key_to_sign_with(consultant: Consultant, *, at: datetime) -> UnlockedKey:
    """Return the consultant's key, ready to sign. Raises InstallationReadOnly."""
    with signing_secret() as secret:
        key = key_in_use(consultant, at=at) or _new_key(consultant, secret, at)
        return unlock(bytes(key.wrapped), secret=secret)


def renew_signing_key(consultant: Consultant, *, instead_of: str, at: datetime) -> bool:
    """Make a key of this installation that signs from now on; earlier ones stay known.

    INSTEAD_OF is the fingerprint of the key it is to replace, empty where there is
    none; False when another signs already. Raises InstallationReadOnly.
    """
    with signing_secret() as secret, transaction.atomic():
        take_turn(consultant)
        key = key_in_use(consultant, at=at)
        if (key.fingerprint if key else "") != instead_of:
            return False
        _make(consultant, secret, at, actor=None)
    return True


@contextmanager
def signing_secret() -> Iterator[bytes]:
    """Give the secret that wraps keys. Raises InstallationReadOnly if it does not."""
    if not settings.SIGNING_SECRET:
        raise InstallationReadOnly(ReadOnly.MISSING)
    try:
        yield settings.SIGNING_SECRET.encode()
    except (WrongSecret, WeakSecret) as error:
        raise InstallationReadOnly(ReadOnly.WRONG) from error


def take_into_use(
    consultant: Consultant,
    stored: StoredKey,
    *,
    name: str,
    kind: str,
    at: datetime,
    actor: str | None,
) -> SigningKey:
    """Have a key sign from now on, in the caller's transaction; KIND is MADE or
    BROUGHT. The one before is retired and stays known."""
    consultant.signing_keys.filter(retired_at=None).update(retired_at=at)
    key, _is_new = SigningKey.objects.update_or_create(
        {
            "name": name,
            "certificate": stored.certificate,
            "wrapped": stored.wrapped,
            "is_brought": kind == BROUGHT,
            "valid_from": stored.valid_from,
            "valid_until": stored.valid_until,
            "created_at": at,
            "retired_at": None,
        },
        consultant=consultant,
        fingerprint=stored.fingerprint,
    )
    write_down(
        consultant,
        kind=kind,
        at=at,
        actor=actor,
        subject="practice",
        payload={
            "fingerprint": stored.fingerprint,
            "certificate": stored.certificate,
        },
    )
    return key


@transaction.atomic
def _new_key(consultant: Consultant, secret: bytes, at: datetime) -> SigningKey:
    take_turn(consultant)
    found = key_in_use(consultant, at=at)
    # Found where another process made it while this one waited.
    return found or _make(consultant, secret, at, actor=SYSTEM)


def _make(
    consultant: Consultant, secret: bytes, at: datetime, *, actor: str | None
) -> SigningKey:
    stored = create_consultant_key(
        consultant.name,
        authority=bytes(_authority(secret, at).wrapped),
        secret=secret,
        now=at,
    )
    return take_into_use(
        consultant, stored, name=consultant.name, kind=MADE, at=at, actor=actor
    )


def _authority(secret: bytes, at: datetime) -> Authority:
    """Return the installation's authority, made on first use."""
    found = authority()
    if found:
        return found
    stored = create_authority(AUTHORITY_NAME, secret=secret, now=at)
    return Authority.objects.create(
        certificate=stored.certificate,
        wrapped=stored.wrapped,
        fingerprint=stored.fingerprint,
        created_at=at,
    )
