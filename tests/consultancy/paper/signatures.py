"""Signatures that somebody else puts on a letter, well and badly."""

import io
from typing import Any

from pyhanko.pdf_utils.generic import NameObject, NumberObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter

from consultancy.paper.field_names import CLIENT_FIELD
from consultancy.paper.keys import UnlockedKey
from consultancy.paper.sign import _AsDrawn, _signer

from .pages import make_keys

BRUNO = make_keys("Bruno Peña").consultant


def countersigned(
    pdf: bytes, key: UnlockedKey = BRUNO, field: SigFieldSpec | None = None
) -> bytes:
    """Return PDF signed by KEY as well: in the client's field, or in one of its own."""
    metadata = PdfSignatureMetadata(
        field_name=field.sig_field_name if field else CLIENT_FIELD,
        subfilter=SigSeedSubFilter.PADES,
    )
    signer = signers.PdfSigner(
        metadata,
        signer=_signer(key),
        stamp_style=_AsDrawn(),
        new_field_spec=field,
    )
    content = io.BytesIO()
    signer.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(pdf)),
        existing_fields_only=field is None,
        output=content,
    )
    return content.getvalue()


def updated(pdf: bytes, **changes: Any) -> bytes:
    """Return PDF with an increment that changes its catalog."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    for name, value in (changes or {"NeedsRendering": NumberObject(1)}).items():
        writer.root[NameObject(f"/{name}")] = value
    writer.update_root()
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()
