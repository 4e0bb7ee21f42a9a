"""A letter that somebody signed after it was issued comes back, and is kept with it."""

from datetime import datetime

from django.db import DatabaseError, transaction

from consultancy.errors import InstallationReadOnly
from consultancy.models import AddedSignature, Document, DocumentFile, FileKind
from consultancy.selectors.signed_copies import SignedCopy, copy_taken, signed_copy

from .discard_file import discard_file
from .store_letter import store_letter
from .write_down import write_down

# Who may have signed, and as what the copy is kept.
SIGNED_BY = {
    "client": FileKind.COUNTERSIGNED,
    "consultant": FileKind.OWN_SIGNED,
}


def take_signed_copy(
    document: Document,
    *,
    content: bytes,
    signed_by: str,
    at: datetime,
    actor: str | None = None,
) -> DocumentFile:
    """Keep CONTENT as a further file of an issued letter. SIGNED_BY is in SIGNED_BY;
    the ACTOR who brings it is the consultant unless another is named.

    Whose the signature is, nobody here can know: what its certificate says is
    recorded. The same bytes again change nothing. Raises CopyRefused,
    InstallationReadOnly.
    """
    taken = copy_taken(document, content)
    if taken:
        return taken
    copy = signed_copy(document, content)
    name = store_letter(document, content)
    try:
        return _record(document, copy, name, SIGNED_BY[signed_by], at, actor)
    except (DatabaseError, InstallationReadOnly) as error:
        discard_file(name, after=error)
        # Sent twice at once, it was taken once meanwhile.
        taken = copy_taken(document, content)
        if taken:
            return taken
        raise


@transaction.atomic
def _record(
    document: Document,
    copy: SignedCopy,
    name: str,
    kind: FileKind,
    at: datetime,
    actor: str | None,
) -> DocumentFile:
    file = DocumentFile.objects.create(
        document=document,
        kind=kind,
        file=name,
        sha256=copy.sha256,
        size=len(copy.content),
        key_fingerprint=copy.key_fingerprint,
        created_at=at,
    )
    AddedSignature.objects.bulk_create(
        AddedSignature(
            file=file,
            signer=each.signer[:300],
            issuer=each.issuer[:300],
            fingerprint=each.fingerprint,
            signed_at=each.signed_at,
        )
        for each in copy.signatures
    )
    _enter(file, copy, at, actor)
    return file


def _enter(
    file: DocumentFile, copy: SignedCopy, at: datetime, actor: str | None
) -> None:
    document = file.document
    signers = [
        {
            "signer": each.signer,
            "issuer": each.issuer,
            "fingerprint": each.fingerprint,
            "signed_at": each.signed_at and each.signed_at.isoformat(),
        }
        for each in copy.signatures
    ]
    write_down(
        document.consultant,
        kind=f"document_{file.kind}",
        at=at,
        actor=actor,
        subject=document.subject,
        payload={
            "number": document.number,
            "sha256": copy.sha256,
            "signers": signers,
        },
    )
