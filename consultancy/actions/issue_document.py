"""Render, sign and store a reserved letter: once, and never again."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q

from consultancy.errors import DocumentNotWritten, InstallationReadOnly
from consultancy.models import Document, DocumentFile, DocumentStatus, FileKind
from consultancy.paper.errors import PaperError
from consultancy.paper.job import RenderJob
from consultancy.paper.render import render
from consultancy.paper.sign import sign
from consultancy.selectors.documents import CLAIM_LASTS

from .signing_key import key_to_sign_with
from .write_down import SYSTEM, write_down


@dataclass(frozen=True)
class SignedFile:
    """The bytes of a letter, and the fingerprint of the key that signed them."""

    content: bytes
    unsigned_sha256: str
    key_fingerprint: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def issue_document(
    document: Document, *, job: RenderJob, reason: str, at: datetime
) -> bool:
    """Write the letter; True when it is issued, by us or by another process.

    Raises DocumentNotWritten when it cannot be written now: it stays pending, its
    number reserved, and may be tried again.
    """
    if not _claim(document, at):
        document.refresh_from_db()
        return document.status == DocumentStatus.ISSUED
    try:
        signed = _make(document, job, reason, at)
        name = _put_away(document, signed)
    except (PaperError, InstallationReadOnly, OSError) as error:
        Document.objects.filter(pk=document.pk).update(claimed_at=None)
        raise DocumentNotWritten(document.number) from error
    _mark_issued(document, signed, name, at)
    return True


def _claim(document: Document, at: datetime) -> bool:
    """Take the letter for us, in one statement: two writers cannot both have it."""
    free = Q(claimed_at=None) | Q(claimed_at__lt=at - CLAIM_LASTS)
    pending = Document.objects.filter(
        free, pk=document.pk, status=DocumentStatus.PENDING
    )
    return pending.update(claimed_at=at) == 1


def _make(document: Document, job: RenderJob, reason: str, at: datetime) -> SignedFile:
    key = key_to_sign_with(document.consultant, at=at)
    unsigned = render(job)
    return SignedFile(
        content=sign(unsigned, key=key, reason=reason, at=at),
        unsigned_sha256=hashlib.sha256(unsigned).hexdigest(),
        key_fingerprint=key.fingerprint,
    )


def _put_away(document: Document, signed: SignedFile) -> str:
    """Store the bytes before the database knows of them: a crash in between leaves a
    file nobody names, never a letter without its file."""
    folder = f"documents/{document.consultant.public_id}/{document.year}"
    name = f"{folder}/{secrets.token_hex(16)}.pdf"
    return default_storage.save(name, ContentFile(signed.content))


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
        },
    )
    document.refresh_from_db()
