"""Put a reserved written recommendation on paper; now, or when it can be done."""

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from consultancy.actions.issue_document import issue_document
from consultancy.models import Document
from requests_log.letters.context import render_job
from requests_log.letters.written_recommendation import from_record


def write_letter(document: Document, *, at: datetime) -> bool:
    """Render, sign and store the letter from its frozen record.

    Raises DocumentNotWritten when that cannot be done now; it stays pending.
    """
    letter = from_record(document.record)
    with translation.override(letter.language):
        reason = _("Written recommendation %(number)s") % {"number": letter.number}
    return issue_document(document, job=render_job(letter), reason=reason, at=at)
