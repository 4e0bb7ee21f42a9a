import unicodedata

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from consultancy.models import AgreedHow
from consultancy.web.fields import Lines, LongText, ShortText, capitalised


@given(st.text(max_size=200))
def test_a_text_is_taken_whole_or_refused_aloud(text):
    try:
        clean = LongText(required=False).clean(text)
    except ValidationError:
        return
    clean.encode("utf-8")
    assert unicodedata.is_normalized("NFC", clean)
    assert not {"\x00", "\r"} & set(clean)


def test_two_ways_of_writing_one_letter_become_one():
    assert LongText().clean("man\u0303ana") == LongText().clean("mañana")


def test_line_breaks_become_line_feeds():
    assert LongText().clean("a\r\nb\rc") == "a\nb\nc"


@pytest.mark.parametrize("nothing", ["", "  \n ", "\u200b\u2060", "\u00ad", "\u202e"])
def test_what_cannot_be_seen_is_empty(nothing):
    with pytest.raises(ValidationError) as refused:
        LongText().clean(nothing)
    assert refused.value.code == "required"


@pytest.mark.parametrize("broken", ["\x00", "a\ud83d", "\udc00b"])
def test_broken_characters_are_refused(broken):
    with pytest.raises(ValidationError) as refused:
        LongText().clean(f"hola {broken} adiós")
    assert refused.value.code in {"broken_character", "null_characters_not_allowed"}


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200b", "\n", "\x1b"])
def test_a_name_hides_nothing(hidden):
    with pytest.raises(ValidationError) as refused:
        ShortText().clean(f"Bruno{hidden}Peña")
    assert refused.value.code == "invisible"


@pytest.mark.parametrize("name", ["Bruno Peña", "Αθήνα", "李小龍", "O'Hara-Núñez"])
def test_names_of_the_whole_world_are_names(name):
    assert ShortText().clean(name) == name


def test_lines_leave_out_what_says_nothing():
    assert Lines().clean(" uno \n\n\u200b\ndos") == ["uno", "dos"]


def test_a_label_in_a_list_begins_with_a_capital_in_any_language():
    labels = dict(capitalised(AgreedHow.choices))
    for language, told in (("en", "Signed document"), ("es", "Documento firmado")):
        with override(language):
            assert str(labels["signed"]) == told
    assert labels["whatsapp"] == "WhatsApp"
