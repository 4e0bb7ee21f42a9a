import io

import pikepdf

from consultancy.paper.render import Renderer

from .pages import make_job


def test_the_page_is_tagged_and_names_its_language_and_title(unsigned: bytes) -> None:
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "es"
        assert str(pdf.docinfo.Title) == "Carta"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_another_letter_has_another_identifier(
    renderer: Renderer, unsigned: bytes
) -> None:
    other = renderer.render(make_job(identifier="2026-0002"))
    assert _identifier(other) != _identifier(unsigned)


def test_only_shipped_fonts_are_set(renderer: Renderer) -> None:
    pdf = renderer.render(make_job("<p>ñ 🚀 שלום مرحبا 你好 → ✓ <b>b</b> <i>i</i></p>"))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = opened.pages[0].Resources.Font
        names = {str(fonts[key].BaseFont) for key in fonts}
    assert all("+Letter-" in name for name in names), names


def _identifier(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return bytes(opened.trailer.ID[0])
