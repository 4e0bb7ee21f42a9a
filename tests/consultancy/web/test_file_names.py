import pytest

from consultancy.web.file_names import LONGEST, clean_name


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("captura.png", "captura.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ana\\foto.jpg", "foto.jpg"),
        ("a\x00.pdf", "a.pdf"),
        ("factura\u202egpj.exe", "facturagpj.exe"),
        ("ca\u200bptura\ufeff.png", "captura.png"),
        (".htaccess", "htaccess"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ('a"b<c>.png', "abc.png"),
        ("line\r\nbreak.png", "linebreak.png"),
        ("cafe\u0301.png", "café.png"),
        ("", "file"),
        ("...", "file"),
        ("/", "file"),
    ],
)
def test_a_name_keeps_only_what_can_be_shown(told, shown):
    assert clean_name(told) == shown


def test_a_long_name_keeps_its_ending():
    name = clean_name("x" * 300 + ".jpeg")
    assert len(name) == LONGEST
    assert name.endswith("x.jpeg")


def test_a_long_name_without_an_ending_is_cut():
    assert clean_name("y" * 300) == "y" * LONGEST
