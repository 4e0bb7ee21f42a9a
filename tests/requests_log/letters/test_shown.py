import pytest

from requests_log.letters.shown import MOST_LINES, paragraphs, printable_copy

from .samples import make_letter, with_words


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one", [("one",)]),
        ("one\ntwo", [("one", "two")]),
        ("one\n\ntwo", [("one",), ("two",)]),
        ("\n one \n \n\n two \n", [("one",), ("two",)]),
        ("", [("",)]),
    ],
)
def test_blank_lines_part_paragraphs(text: str, lines: list[tuple[str, ...]]) -> None:
    assert [paragraph.lines for paragraph in paragraphs(text)] == lines


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lines_beyond_the_most_run_on_with_their_ends_marked(between: str) -> None:
    text = between.join(str(number) for number in range(3 * MOST_LINES))
    found = [line for paragraph in paragraphs(text) for line in paragraph.lines]
    assert len(found) <= MOST_LINES + 1
    words = " ".join(found).replace("↵", " ").split()
    assert words == text.split()


@pytest.mark.parametrize(
    ("text", "is_rtl"),
    [("שלום, Marta", True), ("12 مرحبا", True), ("Hola שלום", False), ("12", False)],
)
def test_a_paragraph_runs_the_way_its_first_letter_does(
    text: str, is_rtl: bool
) -> None:
    assert paragraphs(text)[0].is_rtl is is_rtl


def test_every_text_of_a_letter_is_made_printable() -> None:
    shown = printable_copy(with_words(make_letter(), "a\x00\u202e한"))
    assert "\x00" not in repr(shown).replace("\\x00", "\x00")
    assert shown.asked.words == "a[U+0000][U+202E][U+D55C]"
    assert shown.advice.findings[0].quotes == ("a[U+0000][U+202E][U+D55C]",)
    assert shown.letterhead.name == "a[U+0000][U+202E][U+D55C]"


def test_a_letter_in_plain_words_is_shown_as_it_is() -> None:
    assert printable_copy(make_letter()) == make_letter()
