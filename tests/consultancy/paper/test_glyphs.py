import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultancy.paper.glyphs import (
    LEFT_TO_RIGHT,
    MOST_NAMED,
    SHOWN,
    drawable,
    printable,
)

MARKS = "\u0301" * 40


@pytest.mark.parametrize(
    "text",
    [
        "Ábrenos un TikTok, ¿vale? «Sí» — 20 €",
        "Łódź, Ștefan, Tiếng Việt, Ελλάδα, Привет",
        "🚀 ❤️ 👍🏽 👨‍👩‍👧 🇪🇸 ✅ ⭐️",
        "𝗢𝗙𝗘𝗥𝗧𝗔 → ✓ ★ ①",
        "你好 ひらがな",
        "two\nlines",
    ],
)
def test_what_the_fonts_draw_stays_as_it_is(text: str) -> None:
    assert printable(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("nul\x00", "nul[U+0000]"),
        ("bell\x07", "bell[U+0007]"),
        ("한", "[U+D55C]"),
        ("한한한", "[U+D55C×3]"),
        ("\ue000", "[U+E000]"),
        ("\ud83d", "[U+D83D]"),
        ("\u0378", "[U+0378]"),
        ("\U000e0001tag", "tag"),
        ("a\u202eb", "a[U+202E]b"),
        ("a\u2067b\u2069", "a[U+2067]b[U+2069]"),
        ("1\ufe0f\u20e3 #\u20e3", "[1] [#]"),
        ("tab\tulator", "tab ulator"),
        ("wide\u3000 and odd\u205fspace", "wide\u3000 and odd space"),
        ("soft\u00adhyphen\ufeff", "softhyphen"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("e\u0301", "é"),
    ],
)
def test_what_they_do_not_draw_is_named_or_left_out(text: str, printed: str) -> None:
    assert printable(text) == printed


def test_marks_piled_on_a_letter_are_counted() -> None:
    assert printable("x" + MARKS) == "x" + "\u0301" * 4 + "[U+0301×36]"


def test_a_text_in_a_script_we_lack_does_not_fill_pages_with_numbers() -> None:
    text = "한국어텍스트" * 2_000
    printed = printable(text)
    assert printed.count("[U+") == MOST_NAMED
    assert printed.endswith(f"[…×{len(text) - MOST_NAMED}]")


def test_a_text_read_from_the_right_does_not_pull_in_what_follows() -> None:
    assert printable("שלום").endswith("\u200e")


def test_fingerprints_font_does_not_count_as_drawing_words() -> None:
    assert ord("ñ") in drawable()
    assert ord("한") not in drawable()


@given(st.text(st.characters(codec=None), max_size=200))
def test_nothing_is_left_that_no_font_draws(text: str) -> None:
    printed = {ord(char) for char in printable(text)}
    assert printed <= drawable() | {ord(char) for char in SHOWN | {LEFT_TO_RIGHT}}


@given(st.text(max_size=100))
def test_printable_text_is_printed_as_it_is(text: str) -> None:
    once = printable(text)
    assert printable(once).rstrip("\u200e") == once.rstrip("\u200e")
