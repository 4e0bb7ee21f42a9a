"""What veraPDF does not look at: whether the tables in the tags say what heads what."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf

Element = pikepdf.Object
SCOPES = {"/Row", "/Column", "/Both"}


def table_faults(pdf: bytes) -> list[str]:
    """Return what is wrong with the tables of a tagged PDF."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        whole = list(_below(opened.Root.StructTreeRoot))
        return [
            fault for each in whole if _is(each, "Table") for fault in _faults(each)
        ]


def _faults(table: Element) -> Iterator[str]:
    cells = list(_below(table))
    headers = [each for each in cells if _is(each, "TH")]
    if not headers:
        yield "a table without headers"
        return
    names = {str(each.get("/ID")) for each in headers}
    for header in headers:
        if str(header.A.get("/Scope")) not in SCOPES:
            yield "a header that stands over nothing"
    for cell in (each for each in cells if _is(each, "TD")):
        told = {str(name) for name in cell.A.get("/Headers", ())}
        if not told or not told <= names:
            yield "a cell under no header"


def _below(element: Element) -> Iterator[Element]:
    """Yield every element below one, deep first."""
    below = element.get("/K")
    kids = below if isinstance(below, pikepdf.Array) else [below]
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def _is(element: Element, kind: str) -> bool:
    return str(element.S) == f"/{kind}"
