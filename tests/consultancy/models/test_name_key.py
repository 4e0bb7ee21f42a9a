import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultancy.models.name_key import LONGEST_KEY, name_key


@pytest.mark.parametrize(
    "same", ["PEÑA  y cía", "peña y CIA", "Pen\u0303a\u00a0y Cía", "Peña y\u200b Cía"]
)
def test_names_a_person_would_call_the_same_share_a_key(same):
    assert name_key(same) == name_key("Peña y Cía")


@pytest.mark.parametrize("other", ["Peña e hijos", "Peña", "Penya y Cía", "★"])
def test_other_names_do_not(other):
    assert name_key(other) != name_key("Peña y Cía")


@given(st.text(max_size=120))
def test_a_key_is_its_own_key_and_fits_its_column(name):
    key = name_key(name)
    assert len(key) <= LONGEST_KEY
    assert name_key(key) == key or not key.strip()


def test_a_name_of_marks_alone_is_its_key():
    assert name_key("\u0301") == "\u0301"


def test_the_longest_name_of_the_widest_sign_still_fits():
    assert len(name_key("\ufdfa" * 120)) == LONGEST_KEY
