import pytest
from django.utils import timezone, translation

from consultancy.models import Document, DocumentFile
from consultancy.selectors.verification import Answer, Verification
from consultancy.web.answers import TEXTS, TITLES, told
from tests.consultancy.paper.test_reading import SEEN
from tests.people import NOW


def letter(**changes):
    return Document(year=2026, serial=7, issued_at=NOW, **changes)


def said(answer, **facts):
    with translation.override("en"), timezone.override("UTC"):
        return told(Verification(answer, "ab", **facts))


def test_every_answer_has_words():
    assert set(TITLES) == set(TEXTS) == set(Answer)


@pytest.mark.parametrize("answer", Answer)
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_answer_says_what_nobody_can_know(answer, language):
    with translation.override(language):
        words = told(Verification(answer, "ab", letter()))
    whole = f"{words.title} {words.text} {words.notes}".lower()
    never = ("legal", "illegal", "forged", "falsificad", "fraud", "qualified", "%(")
    assert not [word for word in never if word in whole]


def test_a_genuine_letter_says_its_number_and_its_day():
    words = said(Answer.UNCHANGED, document=letter(), file=DocumentFile())
    assert "letter 2026-0007 as it was issued on 22 Nov 2026, 10:00 UTC" in words.text
    assert (words.tone, words.notes) == ("good", ())


def test_what_is_changed_says_which_letter_it_says_it_is():
    words = said(Answer.CHANGED, document=letter())
    assert words.tone == "bad"
    assert words.notes[0].startswith("It says that it is letter 2026-0007")


def test_what_else_is_known_of_a_letter_is_noted():
    document = letter(erased_at=NOW)
    document.later_year, document.later_serial = 2026, 8
    facts = {"document": document, "file": DocumentFile(), "signers": (SEEN,)}
    signed, superseded, erased = said(Answer.COUNTER_SIGNED, **facts).notes
    assert "Marta Ruiz" in signed
    assert "Letter 2026-0008 has since taken the place" in superseded
    assert "was erased on 22 Nov 2026" in erased


def test_a_harmed_copy_is_told_to_who_holds_the_right_one():
    facts = {"document": letter(), "file": DocumentFile()}
    (note,) = said(Answer.UNCHANGED, is_stored_copy_whole=False, **facts).notes
    assert "Yours is the right one" in note


def test_of_a_stranger_s_file_nothing_is_known():
    words = said(Answer.NOT_OURS)
    assert (words.tone, words.notes) == ("open", ())


@pytest.mark.parametrize(
    ("kind", "says"),
    [("timestamped", "A timestamp was added"), ("lasting", "in later years was added")],
)
def test_what_was_added_here_is_told_and_changes_nothing(kind, says):
    file = DocumentFile(kind=kind, created_at=NOW)
    (note,) = said(Answer.UNCHANGED, document=letter(), file=file).notes
    assert says in note
    assert "on 22 Nov 2026, 10:00 UTC" in note
    assert "Nothing of the letter was changed" in note
    assert said(Answer.APPENDED, document=letter(), file=file).notes == ()
