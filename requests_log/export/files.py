"""Stored files, as they are called in what is taken along."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.files.storage import default_storage

from consultancy.models import Brand, Consultant, DocumentFile, KeptFile

from .rows import AT_A_TIME, open_rows

CHUNK = 1 << 20
LONGEST = 80


@dataclass(frozen=True)
class Taken:
    """A stored file and the name under which it is taken along."""

    name: str
    stored: str


def files_of(consultant: Consultant) -> Iterator[Taken]:
    """Yield letters, kept files and logo."""
    letters = open_rows(DocumentFile, consultant).exclude(file="")
    for letter in letters.select_related("document").order_by("pk").iterator(AT_A_TIME):
        yield Taken(letter_name(letter), letter.file.name)
    for file in open_rows(KeptFile, consultant).order_by("pk").iterator(AT_A_TIME):
        yield Taken(file_name(file), file.file.name)
    for brand in open_rows(Brand, consultant):
        for field in (brand.logo, brand.logo_on_screen):
            if field.name:
                yield Taken(f"logo/{field.name.rpartition('/')[2]}", field.name)


def letter_name(file: DocumentFile) -> str:
    """Return what a letter's file is called: one letter may have several in time."""
    if file.kind == "as_issued":
        return f"letters/{file.document.number}.pdf"
    return f"letters/{file.document.number}-{file.kind}-{file.pk}.pdf"


def file_name(file: KeptFile) -> str:
    """Return what a kept file is called: a name every system can have."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "_", file.name)[-LONGEST:]
    return f"files/{file.pk}-{plain}"


def chunks_of(stored: str) -> Iterator[bytes]:
    """Yield a stored file piece by piece. Raises FileNotFoundError."""
    with default_storage.open(stored) as file:
        while chunk := file.read(CHUNK):
            yield chunk
