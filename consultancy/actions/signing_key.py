"""The key a consultant signs with: made on first use, anew when it no longer fits."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from consultancy.errors import InstallationReadOnly
from consultancy.models import Authority, Consultant, LedgerHead, SigningKey
from consultancy.paper.errors import WeakSecret, WrongSecret
from consultancy.paper.keys import (
    StoredKey,
    UnlockedKey,
    create_authority,
    create_consultant_key,
    unlock,
)
from consultancy.selectors.readiness import ReadOnly

from .write_down import SYSTEM, write_down

AUTHORITY_NAME = "Por Escrito"


def key_to_sign_with(consultant: Consultant, *, at: datetime) -> UnlockedKey:
    """Return the consultant's key, ready to sign. Raises InstallationReadOnly."""
    if not settings.SIGNING_SECRET:
        raise InstallationReadOnly(ReadOnly.MISSING)
    secret = settings.SIGNING_SECRET.encode()
    try:
        key = _key_in_use(consultant, at) or _new_key(consultant, secret, at)
        return unlock(bytes(key.wrapped), secret=secret)
    except (WrongSecret, WeakSecret) as error:
        raise InstallationReadOnly(ReadOnly.WRONG) from error


def _key_in_use(consultant: Consultant, at: datetime) -> SigningKey | None:
    """Return the key in use if it names the consultant as he is called now."""
    return consultant.signing_keys.filter(
        retired_at=None, name=consultant.name, valid_until__gt=at
    ).first()


@transaction.atomic
def _new_key(consultant: Consultant, secret: bytes, at: datetime) -> SigningKey:
    LedgerHead.objects.select_for_update().get(consultant=consultant)
    found = _key_in_use(consultant, at)
    if found:  # made by another process while this one waited
        return found
    authority = _authority(secret, at)
    stored = create_consultant_key(
        consultant.name, authority=bytes(authority.wrapped), secret=secret, now=at
    )
    consultant.signing_keys.filter(retired_at=None).update(retired_at=at)
    key = SigningKey.objects.create(
        consultant=consultant,
        name=consultant.name,
        certificate=stored.certificate,
        wrapped=stored.wrapped,
        fingerprint=stored.fingerprint,
        valid_from=stored.valid_from,
        valid_until=stored.valid_until,
        created_at=at,
    )
    _enter(consultant, stored, at)
    return key


def _authority(secret: bytes, at: datetime) -> Authority:
    """Return the installation's authority, made on first use."""
    found = Authority.objects.order_by("-id").first()
    if found:
        return found
    stored = create_authority(AUTHORITY_NAME, secret=secret, now=at)
    return Authority.objects.create(
        certificate=stored.certificate,
        wrapped=stored.wrapped,
        fingerprint=stored.fingerprint,
        created_at=at,
    )


def _enter(consultant: Consultant, stored: StoredKey, at: datetime) -> None:
    write_down(
        consultant,
        kind="signing_key_made",
        at=at,
        actor=SYSTEM,
        subject="practice",
        payload={
            "fingerprint": stored.fingerprint,
            "certificate": stored.certificate,
        },
    )
