"""Says of each header of a table what it stands over: its column, or its row.

WeasyPrint names for each cell the headers it belongs to, which PDF/UA takes; screen
readers and checkers also ask for the scope (ISO 32000-1, table 349).
"""

import pydyf

HEADER, HEAD = "/TH", "/THead"
OVER_ITS_COLUMN, BEFORE_ITS_ROW = "/Column", "/Row"


def give_headers_their_scope(pdf: pydyf.PDF) -> None:
    """Add the scope to every header cell in the structure tree."""
    for element in pdf.objects:
        if isinstance(element, pydyf.Dictionary) and element.get("S") == HEADER:
            section = _parent(pdf, _parent(pdf, element))
            is_head = section.get("S") == HEAD
            element["A"]["Scope"] = OVER_ITS_COLUMN if is_head else BEFORE_ITS_ROW


def _parent(pdf: pydyf.PDF, element: pydyf.Dictionary) -> pydyf.Dictionary:
    reference: bytes = element["P"]
    return pdf.objects[int(reference.split()[0])]
