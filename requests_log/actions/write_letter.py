"""Put a reserved letter on paper; now, or when it can be done."""

import hashlib
import logging
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from consultancy.actions.issue_document import issue_document
from consultancy.errors import DocumentNotWritten
from consultancy.models import Document, DocumentKind
from consultancy.paper.job import AttachedFile, RenderJob
from requests_log.letters.context import render_job
from requests_log.letters.kinds import from_record
from requests_log.selectors.letters import proofs_of

# Larger proofs are named in the letter by their fingerprint and stay in the app.
MOST_ATTACHED_BYTES = 8_000_000
log = logging.getLogger(__name__)


def write_letter(document: Document, *, at: datetime) -> bool:
    """Render, sign and store the letter from its frozen record.

    Raises DocumentNotWritten when that cannot be done now; it stays pending.
    """
    letter = from_record(document.record)
    try:
        proofs = tuple(_proofs(document))
    except OSError as error:  # a file that is not there now may be brought back
        raise DocumentNotWritten(document.number) from error

    def job(named: str) -> RenderJob:
        return replace(render_job(letter, certificate=named), attachments=proofs)

    with translation.override(letter.language):
        reason = _reason(document.kind) % {"number": letter.number}
    return issue_document(document, job=job, reason=reason, at=at)


def try_to_write(document: Document, *, at: datetime) -> None:
    """Write the letter if that can be done now; otherwise it waits for `run_due`."""
    try:
        write_letter(document, at=at)
    except DocumentNotWritten as error:
        log.warning("letter %s is pending: %s", error, error.__cause__)


def _proofs(document: Document) -> Iterator[AttachedFile]:
    room = MOST_ATTACHED_BYTES
    for place, proof in enumerate(proofs_of(document), start=1):
        room -= proof.size
        if room < 0:
            return
        with proof.file.open("rb") as stored:
            content = stored.read()
        if hashlib.sha256(content).hexdigest() != proof.sha256:
            raise OSError(proof.name)  # the letter names another fingerprint
        yield AttachedFile(_plain_name(place, proof.name), content)


def _plain_name(place: int, name: str) -> str:
    """Return a name in ASCII, as readers of PDF disagree on any other."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return f"{place}-{plain.strip() or 'file'}"


def _reason(kind: str) -> str:
    """Return what the signature says it was made for."""
    if kind == DocumentKind.NOT_ANSWERED:
        return _("Recommendation sent, not answered %(number)s")
    if kind == DocumentKind.DECISION_CONFIRMATION:
        return _("Confirmation of a decision %(number)s")
    return _("Written recommendation %(number)s")
