import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from consultancy.paper.pictures import MOST_BYTES
from consultancy.web.letterhead import LetterheadForm
from tests.logos import logo_file

SHOWN = {"accent": "", "accent_picked": "#1f5560"}
TYPED = {"name": "Marta Roldán", "accent_picked": "#1f5560"}


def form(logo=None, **typed):
    files = {"logo": SimpleUploadedFile("logo.png", logo)} if logo is not None else {}
    return LetterheadForm(TYPED | typed, files, initial=SHOWN)


@pytest.mark.parametrize(
    ("typed", "picked", "colour"),
    [
        ("", "#1f5560", ""),
        ("#9B1C31", "#1f5560", "#9b1c31"),
        ("", "#9b1c31", "#9b1c31"),
        ("#003366", "#9b1c31", "#003366"),
    ],
)
def test_the_colour_typed_counts_and_else_the_one_picked(typed, picked, colour):
    told = form(accent=typed, accent_picked=picked)
    assert told.is_valid()
    assert told.cleaned_data["accent"] == colour


def test_a_pale_colour_is_refused_with_the_nearest_shade():
    told = form(accent="#ffd400")
    with translation.override("en"):
        assert "its contrast is 1.4 to 1" in told.errors["accent"][0]
    assert told.shade == "#8c7500"


def test_the_shade_offered_is_taken_with_one_press():
    told = form(accent="#ffd400", accent_shade="#8c7500")
    assert told.is_valid()
    assert told.cleaned_data["accent"] == "#8c7500"


def test_a_shade_offered_for_another_colour_is_not_taken():
    assert not form(accent="#ffe680", accent_shade="#8c7500").is_valid()
    told = form(accent="#003366", accent_shade="#8c7500")
    assert told.is_valid()
    assert told.cleaned_data["accent"] == "#003366"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"<html><script>alert(1)</script>", "not a picture"),
        (b"\x89PNG\r\n\x1a\n<script>", "not a picture"),
        (logo_file() + b"\x00" * MOST_BYTES, "larger than 2 MB"),
        (logo_file("#ffffff"), "nothing of this logo"),
    ],
    ids=["empty", "html", "polyglot", "heavy", "white"],
)
def test_what_is_no_logo_is_said_beside_it(content, words):
    with translation.override("en"):
        assert words in form(content).errors["logo"][0]


def test_a_file_must_be_chosen_again_where_something_else_was_wrong():
    with translation.override("en"):
        assert "once more" in form(logo_file(), name="").errors["logo"][0]


@pytest.mark.parametrize("name", ["\u202egnp.exe", "a\u200bb", "a\x00b", " \u200b "])
def test_a_name_that_plays_tricks_is_refused(name):
    assert "name" in form(name=name).errors


@pytest.mark.parametrize("email", ["m@exa\u200bmple.com", f"{'a' * 250}@example.com"])
def test_an_address_that_hides_something_or_never_ends_is_refused(email):
    assert "email" in form(email=email).errors
