"""The two empty signature fields every letter carries.

Each is field and widget in one object, outside the CropBox and outside the
structure tree. ISO 14289-1 (7.18) exempts what lies outside the CropBox from being
tagged, and it is the one layout that veraPDF, pyHanko's difference check and
poppler's pdfsig all accept, before and after a second signature. What people see of
the signature is drawn in the page itself.
"""

from collections.abc import Callable

import pydyf
from weasyprint import Document

from .field_names import CLIENT_FIELD, CONSULTANT_FIELD
from .job import FieldLabels

# PDF 32000-1, table 165: printed, and locked in its place.
PRINTED_AND_LOCKED = 4 | 128
OUT_OF_SIGHT = -9999
SIGNATURES_EXIST = 1

Finisher = Callable[[Document, pydyf.PDF], None]


def signature_fields(labels: FieldLabels) -> Finisher:
    """Return the last step of writing a PDF: it adds both fields to the last page."""
    fields = ((CONSULTANT_FIELD, labels.consultant), (CLIENT_FIELD, labels.client))

    def add_fields(_document: Document, pdf: pydyf.PDF) -> None:
        page_reference = pdf.page_references[-1]
        references = [
            _add_field(pdf, page_reference, name, label) for name, label in fields
        ]
        page = pdf.objects[int(page_reference.split()[0])]
        page.setdefault("Annots", pydyf.Array()).extend(references)
        form = pydyf.Dictionary(
            {"Fields": pydyf.Array(references), "SigFlags": SIGNATURES_EXIST}
        )
        pdf.add_object(form)
        pdf.catalog["AcroForm"] = form.reference

    return add_fields


def _add_field(pdf: pydyf.PDF, page_reference: bytes, name: str, label: str) -> bytes:
    field = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "FT": "/Sig",
            "T": pydyf.String(name),
            "TU": pydyf.String(label),
            "F": PRINTED_AND_LOCKED,
            "P": page_reference,
            "Rect": pydyf.Array([OUT_OF_SIGHT] * 4),
        }
    )
    pdf.add_object(field)
    reference: bytes = field.reference
    return reference
