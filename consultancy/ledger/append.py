"""Write one entry at the end of a consultant's chain."""

import secrets
from datetime import datetime

from django.db import transaction

from consultancy.errors import LedgerOutsideTransaction
from consultancy.models import Consultant, LedgerEntry, LedgerHead, LedgerPayload

from .chain import GENESIS, Link, commitment

CLOCK_WENT_BACK = "clock_went_back"
SALT_BYTES = 32


def open_chain(consultant: Consultant) -> LedgerHead:
    """Start the consultant's chain, empty. Once, with the consultant himself."""
    return LedgerHead.objects.create(consultant=consultant, seq=0, hash=GENESIS)


def append(
    consultant: Consultant,
    *,
    kind: str,
    at: datetime,
    actor: str,
    subject: str,
    payload: dict[str, object],
) -> LedgerEntry:
    """Append an entry inside the caller's transaction and return it.

    PAYLOAD holds text, whole numbers, booleans, null, lists and objects only.
    Raises LedgerOutsideTransaction, and chain.NotCanonical for other payloads.
    """
    if not transaction.get_connection().in_atomic_block:
        raise LedgerOutsideTransaction(kind)
    head = LedgerHead.objects.select_for_update().get(consultant=consultant)
    if head.at and at < head.at and kind != CLOCK_WENT_BACK:
        # A clock set back is told, not hidden: the entry keeps the time it was given.
        append(
            consultant,
            kind=CLOCK_WENT_BACK,
            at=at,
            actor="system",
            subject="ledger",
            payload={"before": head.at.isoformat(), "now": at.isoformat()},
        )
        head.refresh_from_db()
    return _write(head, kind, at, actor, subject, payload)


def _write(
    head: LedgerHead,
    kind: str,
    at: datetime,
    actor: str,
    subject: str,
    payload: dict[str, object],
) -> LedgerEntry:
    salt = secrets.token_bytes(SALT_BYTES)
    link = Link(
        chain=str(head.consultant.public_id),
        seq=head.seq + 1,
        kind=kind,
        at=at,
        actor=actor,
        subject=subject,
        commitment=commitment(salt, payload),
        previous_hash=head.hash,
    )
    entry = LedgerEntry.objects.create(
        consultant=head.consultant,
        seq=link.seq,
        kind=kind,
        at=at,
        actor=actor,
        subject=subject,
        commitment=link.commitment,
        previous_hash=link.previous_hash,
        hash=link.hash,
    )
    LedgerPayload.objects.create(entry=entry, salt=salt, content=payload)
    head.seq, head.hash, head.at = entry.seq, entry.hash, at
    head.save(update_fields=["seq", "hash", "at"])
    return entry
