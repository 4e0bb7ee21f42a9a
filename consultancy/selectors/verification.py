"""Is this file one of ours, and is it as it was issued?"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from consultancy.models import Document, DocumentFile, FileKind, SigningKey
from consultancy.paper.claims import Claim
from consultancy.paper.errors import ChildError
from consultancy.paper.read import read_pdf
from consultancy.paper.reading import Reading, ReadingJob, State
from consultancy.paper.revisions import revision_digests
from consultancy.paper.verify import SeenSignature

from .documents import files_of, with_successor
from .files import is_intact


class Answer(StrEnum):
    """All that can be said of a file, told apart."""

    UNCHANGED = "unchanged"
    COUNTER_SIGNED = "counter_signed"
    EARLIER_COPY = "earlier_copy"
    APPENDED = "appended"
    CHANGED = "changed"
    RESIGNED = "resigned"
    RESAVED = "resaved"
    BREAKS_OFF = "breaks_off"
    NOT_OURS = "not_ours"
    NO_PDF = "no_pdf"
    LOCKED = "locked"
    UNREADABLE = "unreadable"


GENUINE = frozenset({Answer.UNCHANGED, Answer.COUNTER_SIGNED, Answer.EARLIER_COPY})
CHANGED = frozenset(
    {Answer.APPENDED, Answer.CHANGED, Answer.RESIGNED, Answer.RESAVED}
    | {Answer.BREAKS_OFF}
)


@dataclass(frozen=True)
class Verification:
    """The answer, and the letter that the file is, or says it is.

    `sha256` is the file's own. `signers` signed after us. `is_stored_copy_whole` is
    False where the holder's file is right and the one kept here is not.
    """

    answer: Answer
    sha256: str
    document: Document | None = None
    file: DocumentFile | None = None
    signer: str = ""
    signers: tuple[SeenSignature, ...] = ()
    is_stored_copy_whole: bool = True

    @property
    def is_genuine(self) -> bool:
        return self.answer in GENUINE

    @property
    def is_new_copy(self) -> bool:
        """Whether it is a letter of ours with a signature more, and not kept here."""
        known = self.file is not None and self.file.sha256 == self.sha256
        return self.answer == Answer.COUNTER_SIGNED and not known

    @property
    def issued_at(self) -> datetime | None:
        return self.document.issued_at if self.document else None


def verify_file(content: bytes) -> Verification:
    """Say of any bytes whether they are a letter that was issued here.

    The stored SHA-256 decides: a single flipped bit, also where a signature does not
    look, is a change. Raises ChildError.BUSY where nobody could look at it now.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    known = _file_with(sha256)
    if known:
        return _genuine(known, content)
    begun = _file_it_begins_with(content)
    reading = _read(content, begun)
    if reading is None:
        return Verification(Answer.UNREADABLE, sha256)
    if begun:
        return _grown(begun, reading, sha256)
    document = _claimed(reading.claim)
    return Verification(_difference(reading, document), sha256, document)


def signer_of(document: Document) -> str:
    """Return whom the letter's certificate names; nothing while it is being written."""
    first = files_of(document).first()
    return _signer(first) if first else ""


def _genuine(file: DocumentFile, content: bytes) -> Verification:
    """Say which of its letter's files it is; the newest is the one in force."""
    document = _whole(file.document_id)
    newest = files_of(document).last()
    signers: tuple[SeenSignature, ...] = ()
    if file.kind != FileKind.AS_ISSUED:
        reading = _read(content, file)
        signers = reading.signatures.countersignatures if reading else ()
    answer = Answer.COUNTER_SIGNED if signers else Answer.UNCHANGED
    return Verification(
        answer if file == newest else Answer.EARLIER_COPY,
        file.sha256,
        document,
        file,
        _signer(file),
        signers,
        is_stored_copy_whole=bool(document.erased_at) or is_intact(file),
    )


def _grown(file: DocumentFile, reading: Reading, sha256: str) -> Verification:
    """Say what was added to a file of ours: a signature of the client's, or else."""
    report = reading.signatures
    signers = report.countersignatures if report.is_unchanged else ()
    answer = Answer.COUNTER_SIGNED if signers else Answer.APPENDED
    document = _whole(file.document_id)
    return Verification(answer, sha256, document, file, _signer(file), signers)


def _difference(reading: Reading, document: Document | None) -> Answer:
    """Say in what way a file differs from any that was issued here."""
    report = reading.signatures
    if report.is_ours:
        # Written anew, the bytes stand elsewhere; the signature says where they stood.
        is_in_place = report.signatures[0].has_its_place
        return Answer.CHANGED if is_in_place else Answer.RESAVED
    if document and report.is_intact:
        return Answer.RESIGNED
    if document and not report.is_signed and reading.state == State.READ:
        return Answer.RESAVED
    if reading.state in _SAID_ALREADY:
        return _STRANGE[reading.state]
    if document or reading.carries_our_key:
        return Answer.CHANGED
    return _STRANGE[reading.state]


_STRANGE = {
    State.READ: Answer.NOT_OURS,
    State.DAMAGED: Answer.NOT_OURS,
    State.NO_PDF: Answer.NO_PDF,
    State.BREAKS_OFF: Answer.BREAKS_OFF,
    State.LOCKED: Answer.LOCKED,
}
# Nothing more can be said of these, whoever signed them once.
_SAID_ALREADY = frozenset({State.BREAKS_OFF, State.LOCKED})


def _read(content: bytes, file: DocumentFile | None) -> Reading | None:
    """Return what the file says; None for one that takes more than a letter ever does.

    Raises ChildError.BUSY.
    """
    certificates = list(SigningKey.objects.values_list("certificate", flat=True))
    known = [file.key_fingerprint] if file else []
    try:
        return read_pdf(ReadingJob(content, certificates, known))
    except ChildError as error:
        if error.reason == ChildError.BUSY:
            raise
        return None


def _file_with(*digests: str) -> DocumentFile | None:
    found = DocumentFile.objects.filter(sha256__in=digests)
    return found.order_by("-size").first()


def _file_it_begins_with(content: bytes) -> DocumentFile | None:
    """Return the longest file of ours that this one goes on from, if any."""
    return _file_with(*revision_digests(content))


def _claimed(claim: Claim | None) -> Document | None:
    """Return the letter that a file says it is; only who has seen it knows its head."""
    if claim is None:
        return None
    year, serial = map(int, claim.number.split("-"))
    said = Document.objects.filter(
        year=year, serial=serial, ledger_head=claim.ledger_head
    )
    return with_successor(said.defer("record")).first()


def _whole(pk: int) -> Document:
    rows = Document.objects.filter(pk=pk).defer("record")
    return with_successor(rows).get()


def _signer(file: DocumentFile) -> str:
    key = SigningKey.objects.filter(fingerprint=file.key_fingerprint).first()
    return key.name if key else ""
