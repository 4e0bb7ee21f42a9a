"""Is this file a letter of ours with a signature more, and nothing else?"""

import hashlib
from dataclasses import dataclass

from consultancy.errors import CopyRefused
from consultancy.models import AddedSignature, Document, DocumentFile, SigningKey
from consultancy.paper.errors import ChildError
from consultancy.paper.read import read_pdf
from consultancy.paper.reading import ReadingJob, State
from consultancy.paper.revisions import revision_digests
from consultancy.paper.verify import SeenSignature, SignatureReport


@dataclass(frozen=True)
class SignedCopy:
    """What was added to a letter: at least one signature; `key_fingerprint` is of the
    key that signed the letter first."""

    content: bytes
    signatures: tuple[SeenSignature, ...]
    key_fingerprint: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def signed_copy(document: Document, content: bytes) -> SignedCopy:
    """Return what was signed in CONTENT beside the letter. Raises CopyRefused.

    The file must begin with one of the letter's own, byte for byte, must have
    changed nothing but by filling in a signature, and must end with it.
    """
    pinned = list(SigningKey.objects.values_list("certificate", flat=True))
    report = _read(content, pinned)
    base = _begins_with(document, content)
    if base is None:
        raise _stranger(document, content, report)
    before = _read(content[: base.size], pinned).signatures
    added = report.signatures[len(before) :]
    if not all(each.is_modification_allowed for each in report.signatures):
        raise CopyRefused(CopyRefused.CHANGED)
    if not added:
        raise CopyRefused(CopyRefused.NOTHING_NEW)
    if not report.is_intact:
        raise CopyRefused(CopyRefused.BROKEN_SIGNATURE)
    if not report.covers_whole_file:
        raise CopyRefused(CopyRefused.CHANGED)
    if any(each.is_pinned for each in added):
        raise CopyRefused(CopyRefused.SIGNED_BY_US)
    return SignedCopy(content, added, base.key_fingerprint)


def copy_taken(document: Document, content: bytes) -> DocumentFile | None:
    """Return the copy of these bytes, if it was taken before."""
    sha256 = hashlib.sha256(content).hexdigest()
    signed = AddedSignature.objects.filter(file__document=document)
    return document.files.filter(sha256=sha256, pk__in=signed.values("file")).first()


def _read(content: bytes, certificates: list[str]) -> SignatureReport:
    try:
        reading = read_pdf(ReadingJob(content, certificates))
    except ChildError as error:
        raise CopyRefused(CopyRefused.DAMAGED) from error
    if reading.state == State.NO_PDF:
        raise CopyRefused(CopyRefused.NO_PDF)
    if reading.state != State.READ:
        raise CopyRefused(CopyRefused.DAMAGED)
    return reading.signatures


def _begins_with(document: Document, content: bytes) -> DocumentFile | None:
    """Return the longest file of the letter that CONTENT goes on from."""
    for file in document.files.order_by("-size"):
        head = content[: file.size]
        if hashlib.sha256(head).hexdigest() == file.sha256:
            return file
    return None


def _stranger(
    document: Document, content: bytes, report: SignatureReport
) -> CopyRefused:
    """Say what a file is that does not begin as the letter does."""
    mine = DocumentFile.objects.of(document.consultant).select_related("document")
    other = mine.filter(sha256__in=list(revision_digests(content))).first()
    if other:
        return CopyRefused(CopyRefused.OTHER_LETTER, other.document.number)
    keys = set(document.files.values_list("key_fingerprint", flat=True))
    if any(each.fingerprint in keys for each in report.signatures):
        return CopyRefused(CopyRefused.CHANGED)
    return CopyRefused(CopyRefused.NOT_THIS_LETTER)
