"""Add to a letter what is needed to check it in later years (PAdES B-LT)."""

import hashlib
from datetime import datetime

from django.db import DatabaseError, transaction

from consultancy.errors import InstallationReadOnly
from consultancy.models import Document, DocumentFile, FileKind
from consultancy.paper.ask_issuers import Lasting
from consultancy.paper.errors import ChildError, NotLasting
from consultancy.paper.lasting_job import LastingJob
from consultancy.selectors.files import is_intact
from consultancy.selectors.lasting import (
    clock_roots,
    issuers_to_ask,
    newest_file,
    own_authorities,
)
from consultancy.selectors.readiness import why_read_only

from .discard_file import discard_file
from .store_letter import store_letter
from .take_turn import take_turn
from .write_down import write_down


def make_last(
    document: Document, *, at: datetime, actor: str | None = None
) -> DocumentFile:
    """Return the further file of an issued letter that holds its certificates and what
    their issuers say of them now; the one there is, where nothing was added since.

    Asks servers, for fifteen seconds at most. Raises NotLasting, InstallationReadOnly:
    then the letter is as it was.
    """
    if reason := why_read_only(document.consultant):
        raise InstallationReadOnly(reason)
    before = newest_file(document)
    if before.kind == FileKind.LASTING:
        return before
    lasting = _asked(before, at)
    name = store_letter(document, lasting.content)
    try:
        return _record(before, lasting, name, at, actor)
    except (DatabaseError, InstallationReadOnly, NotLasting) as error:
        discard_file(name, after=error)
        newest = newest_file(document)
        if isinstance(error, NotLasting) and newest.kind == FileKind.LASTING:
            return newest  # pressed twice at once, it was done once
        raise


def _asked(file: DocumentFile, at: datetime) -> Lasting:
    if not is_intact(file):
        raise NotLasting(NotLasting.DAMAGED)
    with file.file.open("rb") as stored:
        job = LastingJob(
            pdf=stored.read(), own=own_authorities(), clocks=clock_roots(), now=at
        )
    try:
        return issuers_to_ask().make_last(job)
    except ChildError as error:
        is_busy = error.reason == ChildError.BUSY
        reason = NotLasting.BUSY if is_busy else NotLasting.DAMAGED
        raise NotLasting(reason) from error


@transaction.atomic
def _record(
    before: DocumentFile,
    lasting: Lasting,
    name: str,
    at: datetime,
    actor: str | None,
) -> DocumentFile:
    document = before.document
    take_turn(document.consultant)
    if newest_file(document) != before:
        raise NotLasting(NotLasting.BUSY)
    file = DocumentFile.objects.create(
        document=document,
        kind=FileKind.LASTING,
        file=name,
        sha256=hashlib.sha256(lasting.content).hexdigest(),
        size=len(lasting.content),
        key_fingerprint=before.key_fingerprint,
        created_at=at,
    )
    told = {"number": document.number, "sha256": file.sha256}
    write_down(
        document.consultant,
        kind="document_lasting",
        at=at,
        actor=actor,
        subject=document.subject,
        payload={**told, "asked": _asked_about(lasting)},
    )
    return file


def _asked_about(lasting: Lasting) -> list[dict[str, str]]:
    return [
        {
            "certificate": wanted.subject,
            "fingerprint": wanted.fingerprint,
            "by": source.kind,
            "at": source.url,
        }
        for wanted, source in lasting.told
    ]
