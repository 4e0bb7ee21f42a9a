"""Questions about issued letters."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import OuterRef, Q, QuerySet, Subquery

from consultancy.models import (
    Consultant,
    Document,
    DocumentFile,
    DocumentStatus,
    FileKind,
)

from .files import is_intact
from .pages import Page, page_of

CLAIM_LASTS = timedelta(minutes=2)  # longer than any rendering may take


def documents_page(consultant: Consultant, *, after: str | None) -> Page[Document]:
    """Return a page of the consultant's letters, newest first."""
    own = Document.objects.of(consultant).filter(withheld_at=None)
    rows = with_successor(own.select_related("timestamp").defer("record"))
    return page_of(rows, moment="reserved_at", after=after)


def with_successor(rows: QuerySet[Document]) -> QuerySet[Document]:
    """Add to each letter the year and serial of the one that takes its place."""
    later = Document.objects.filter(supersedes=OuterRef("pk")).order_by("-pk")
    return rows.annotate(
        later_year=Subquery(later.values("year")[:1]),
        later_serial=Subquery(later.values("serial")[:1]),
    )


def document_of(consultant: Consultant, pk: int) -> Document | None:
    """Return one letter; somebody else's does not exist, nor one that is withheld."""
    shown = Document.objects.of(consultant).filter(withheld_at=None)
    return shown.select_related("client", "timestamp").filter(pk=pk).first()


def unclaimed_documents(now: datetime) -> QuerySet[Document]:
    """Return every letter that waits to be written and that nobody is writing."""
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM_LASTS)
    pending = Document.objects.filter(free, status=DocumentStatus.PENDING)
    return pending.select_related("consultant__user").order_by("reserved_at")


def files_of(document: Document) -> QuerySet[DocumentFile]:
    """Return the files of a letter, first to last."""
    return document.files.order_by("pk")


def files_with_signers(document: Document) -> QuerySet[DocumentFile]:
    """Return the files of a letter, each with who signed it later."""
    return files_of(document).prefetch_related("added_signatures")


def file_to_hand_out(document: Document) -> DocumentFile | None:
    """Return the letter as it is to be sent: with what was added to it here later."""
    ours = (FileKind.AS_ISSUED, FileKind.TIMESTAMPED, FileKind.LASTING)
    return files_of(document).filter(kind__in=ours).last()


def document_copy_of(consultant: Consultant, pk: int) -> DocumentFile | None:
    """Return one file of a letter; somebody else's does not exist, nor one of a letter
    that is withheld."""
    shown = DocumentFile.objects.of(consultant).filter(document__withheld_at=None)
    return shown.select_related("document").filter(pk=pk).first()


@dataclass(frozen=True)
class LettersChecked:
    """How many files of letters are as they were stored, and those that are not."""

    held: int
    damaged: tuple[DocumentFile, ...]


def letters_checked(consultant: Consultant) -> LettersChecked:
    """Read every file of the consultant's letters again."""
    held, damaged = 0, []
    own = DocumentFile.objects.of(consultant).exclude(file="")
    files = own.select_related("document")
    for file in files.defer("document__record").order_by("id").iterator():
        if is_intact(file):
            held += 1
        else:
            damaged.append(file)
    return LettersChecked(held, tuple(damaged))
