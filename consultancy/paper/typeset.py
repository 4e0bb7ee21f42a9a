"""HTML to PDF bytes. Runs in the child process only."""

import hashlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pydyf
from weasyprint import CSS, HTML, Attachment, Document
from weasyprint.text.fonts import FontConfiguration

from .conformance import VARIANT, declare_both
from .fetcher import SCHEME, HandedInOnly
from .job import RECORD_NAME, AttachedFile, RenderJob
from .signature_fields import Finisher, signature_fields
from .table_headers import give_headers_their_scope

STYLES = Path(__file__).resolve().parents[2] / "templates" / "paper"


def typeset(job: RenderJob) -> bytes:
    """Return JOB as PDF/A-3a and PDF/UA-1, with its record attached, unsigned."""
    fetcher = HandedInOnly(job.assets)
    page = HTML(string=job.html, base_url=SCHEME, url_fetcher=fetcher)
    document = page.render(
        stylesheets=[_stylesheet(name) for name in job.stylesheets],
        font_config=_fonts(),
        pdf_variant=VARIANT,
    )
    declare_both(document)
    pdf: bytes = document.write_pdf(
        pdf_variant=VARIANT,
        pdf_identifier=hashlib.sha256(job.identifier.encode()).digest()[:16],
        attachments=list(_attachments(job, fetcher)),
        finisher=_finisher(job),
    )
    return pdf


def _finisher(job: RenderJob) -> Finisher:
    """Return the last steps of writing a PDF, which WeasyPrint has no options for."""
    add_fields = signature_fields(job.field_labels)

    def finish(document: Document, pdf: pydyf.PDF) -> None:
        give_headers_their_scope(pdf)
        add_fields(document, pdf)

    return finish


def _attachments(job: RenderJob, fetcher: HandedInOnly) -> Iterator[Attachment]:
    record = AttachedFile(RECORD_NAME, job.record_json)
    for file in (record, *job.attachments):
        yield Attachment(
            file_obj=BytesIO(file.content),
            name=file.name,
            description=file.name,
            created=job.created_at,
            modified=job.created_at,
            relationship="Data" if file is record else "Supplement",
            url_fetcher=fetcher,
        )


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _stylesheet(name: str) -> CSS:
    # Path(name).name: a job names a sheet of ours, never a place on the disk.
    source = (STYLES / Path(name).name).read_text(encoding="utf-8")
    return CSS(string=source, font_config=_fonts(), url_fetcher=HandedInOnly({}))
