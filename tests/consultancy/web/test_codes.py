from datetime import timedelta

import pytest
from django.utils import timezone, translation

from consultancy.errors import TooManyCodes, WrongCode
from consultancy.forms.security import CodeForm
from consultancy.web.codes import explain_refused


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("seconds", "words"), [(1, "in 1 second."), (8, "in 8 seconds."), (-3, "1 second.")]
)
def test_a_wait_says_how_long(seconds, words):
    form = CodeForm({"code": "1"})
    until = timezone.now() + timedelta(seconds=seconds)
    explain_refused(form, TooManyCodes(until))
    assert words in str(form.errors["code"])


def test_a_wrong_code_is_said_to_be_wrong():
    form = CodeForm({"code": "1"})
    explain_refused(form, WrongCode())
    assert "wrong or was used" in str(form.errors["code"])
