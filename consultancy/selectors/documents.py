"""Questions about issued letters."""

from collections.abc import Iterator
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
    own = Document.objects.of(consultant).select_related("timestamp")
    rows = with_successor(own.defer("record"))
    return page_of(rows, moment="reserved_at", after=after)


def with_successor(rows: QuerySet[Document]) -> QuerySet[Document]:
    """Add to each letter the year and serial of the one that takes its place."""
    later = Document.objects.filter(supersedes=OuterRef("pk")).order_by("-pk")
    return rows.annotate(
        later_year=Subquery(later.values("year")[:1]),
        later_serial=Subquery(later.values("serial")[:1]),
    )


def document_of(consultant: Consultant, pk: int) -> Document | None:
    """Return one letter; somebody else's does not exist."""
    rows = Document.objects.of(consultant).select_related("timestamp")
    return rows.filter(pk=pk).first()


def unclaimed_documents(now: datetime) -> QuerySet[Document]:
    """Return every letter that waits to be written and that nobody is writing."""
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM_LASTS)
    pending = Document.objects.filter(free, status=DocumentStatus.PENDING)
    return pending.select_related("consultant__user").order_by("reserved_at")


def file_to_hand_out(document: Document) -> DocumentFile | None:
    """Return the letter as it is to be sent: with the timestamp that came later."""
    ours = (FileKind.AS_ISSUED, FileKind.TIMESTAMPED)
    return document.files.filter(kind__in=ours).order_by("-pk").first()


def document_copy_of(consultant: Consultant, pk: int) -> DocumentFile | None:
    """Return one file of a letter; somebody else's does not exist."""
    rows = DocumentFile.objects.of(consultant).select_related("document")
    return rows.filter(pk=pk).first()


def damaged_files(consultant: Consultant) -> Iterator[DocumentFile]:
    """Yield the files whose bytes on the disk are gone or changed."""
    files = DocumentFile.objects.of(consultant).select_related("document")
    for file in files.order_by("id").iterator():
        if not is_intact(file):
            yield file
