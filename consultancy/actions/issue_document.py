"""Render, sign and store a reserved letter: once, and never again."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Q

from consultancy.errors import DocumentNotWritten, InstallationReadOnly
from consultancy.models import (
    Document,
    DocumentFile,
    DocumentStatus,
    FileKind,
    Timestamp,
)
from consultancy.paper.certificates import named_in
from consultancy.paper.errors import PaperError
from consultancy.paper.job import RenderJob
from consultancy.paper.render import render
from consultancy.selectors.documents import CLAIM_LASTS

from .discard_file import discard_file
from .sign_letter import SignedLetter, sign_letter
from .signing_key import key_to_sign_with
from .stamp_document import pause_after
from .store_letter import store_letter
from .write_down import SYSTEM, write_down

# It is full, or gone: what a connection that broke is called depends on the moment.
NO_DATABASE = (OperationalError, InterfaceError)


@dataclass(frozen=True)
class SignedFile:
    """A signed letter, and the fingerprint of the key that signed it."""

    letter: SignedLetter
    unsigned_sha256: str
    key_fingerprint: str

    @property
    def content(self) -> bytes:
        return self.letter.content

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def issue_document(
    document: Document,
    *,
    job: Callable[[str], RenderJob],
    reason: str,
    at: datetime,
) -> bool:
    """Write the letter; True when it is issued, by us or by another process. JOB makes
    it of whom the certificate names that signs it.

    Raises DocumentNotWritten when it cannot be written now: it stays pending, its
    number reserved, and may be tried again.
    """
    if not _claim(document, at):
        document.refresh_from_db()
        return document.status == DocumentStatus.ISSUED
    try:
        signed = _make(document, job, reason, at)
        _keep(document, signed, at)
    except (PaperError, InstallationReadOnly, OSError, *NO_DATABASE) as error:
        _let_go(document)
        raise DocumentNotWritten(document.number) from error
    return True


def _let_go(document: Document) -> None:
    """Give our claim back; on a full disk even that must wait until it runs out."""
    with suppress(*NO_DATABASE):
        Document.objects.filter(pk=document.pk).update(claimed_at=None)


def _claim(document: Document, at: datetime) -> bool:
    """Take the letter for us, in one statement: two writers cannot both have it."""
    free = Q(claimed_at=None) | Q(claimed_at__lt=at - CLAIM_LASTS)
    pending = Document.objects.filter(
        free, pk=document.pk, status=DocumentStatus.PENDING
    )
    return pending.update(claimed_at=at) == 1


def _make(
    document: Document, job: Callable[[str], RenderJob], reason: str, at: datetime
) -> SignedFile:
    key = key_to_sign_with(document.consultant, at=at)
    unsigned = render(job(named_in(key.certificate)))
    return SignedFile(
        letter=sign_letter(unsigned, key=key, reason=reason, at=at),
        unsigned_sha256=hashlib.sha256(unsigned).hexdigest(),
        key_fingerprint=key.fingerprint,
    )


def _keep(document: Document, signed: SignedFile, at: datetime) -> None:
    """Store the file and name it in the database; both or neither."""
    name = store_letter(document, signed.content)
    try:
        _mark_issued(document, signed, name, at)
    except NO_DATABASE as error:
        discard_file(name, after=error)
        raise


@transaction.atomic
def _mark_issued(
    document: Document, signed: SignedFile, name: str, at: datetime
) -> None:
    pending = Document.objects.filter(pk=document.pk, status=DocumentStatus.PENDING)
    if not pending.update(status=DocumentStatus.ISSUED, issued_at=at):
        return  # our claim ran out and another process has issued it meanwhile
    DocumentFile.objects.create(
        document=document,
        kind=FileKind.AS_ISSUED,
        file=name,
        sha256=signed.sha256,
        size=len(signed.content),
        key_fingerprint=signed.key_fingerprint,
        created_at=at,
    )
    write_down(
        document.consultant,
        kind="document_issued",
        at=at,
        actor=SYSTEM,
        subject=document.subject,
        payload={
            "number": document.number,
            "sha256": signed.sha256,
            "unsigned_sha256": signed.unsigned_sha256,
            "key": signed.key_fingerprint,
            **_note_timestamp(document, signed.letter, at),
        },
    )
    document.refresh_from_db()


def _note_timestamp(
    document: Document, letter: SignedLetter, at: datetime
) -> dict[str, object]:
    """Note the timestamp, or that it is awaited; return what the ledger says of it."""
    if letter.stamp:
        Timestamp.objects.create(
            document=document,
            at=letter.stamp.at,
            authority=letter.stamp.authority[:300],
        )
        return {
            "stamped_at": letter.stamp.at.isoformat(),
            "authority": letter.stamp.authority,
            "certificate": letter.stamp.fingerprint,
        }
    if letter.awaits_stamp:
        later = at + pause_after(1)
        Timestamp.objects.create(document=document, next_try_at=later)
        return {"stamped_at": None}
    return {}
