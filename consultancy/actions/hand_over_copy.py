"""Whoever holds a letter hands over the copy that the client signed."""

from datetime import datetime

from consultancy.errors import NoMoreCopies
from consultancy.models import Document, DocumentFile, FileKind

from .take_signed_copy import take_signed_copy

VISITOR = "visitor"  # nobody knows who it was
# Anybody can sign a letter he holds, with any certificate, as often as he likes.
MOST_COPIES = 5


def hand_over_copy(document: Document, *, content: bytes, at: datetime) -> DocumentFile:
    """Keep CONTENT with its letter, for both sides.

    Raises CopyRefused, InstallationReadOnly, and NoMoreCopies where MOST_COPIES are
    kept already or the letter has been erased.
    """
    kept = document.files.filter(kind=FileKind.COUNTERSIGNED).count()
    if kept >= MOST_COPIES or document.erased_at or document.withheld_at:
        raise NoMoreCopies
    return take_signed_copy(
        document, content=content, signed_by="client", at=at, actor=VISITOR
    )
