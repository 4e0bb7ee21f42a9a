import io

import pikepdf

from consultancy.paper.render import Renderer
from tests.verapdf.structure import table_faults

from .pages import make_job

TABLE = (
    "<table><caption>C</caption><thead><tr><th>a</th><th>b</th></tr></thead>"
    "<tbody><tr><th>1</th><td>x</td></tr><tr><th>2</th><td>y</td></tr></tbody></table>"
)


def test_headers_of_columns_and_of_rows_are_told_apart(renderer: Renderer) -> None:
    pdf = renderer.render(make_job(TABLE))
    assert table_faults(pdf) == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        scopes = [
            str(each.A.Scope)
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/TH"
        ]
    assert scopes == ["/Column", "/Column", "/Row", "/Row"]


def test_a_table_of_plain_cells_is_found_out(renderer: Renderer) -> None:
    plain = TABLE.replace("<th>", "<td>").replace("</th>", "</td>")
    assert table_faults(renderer.render(make_job(plain))) == ["a table without headers"]
