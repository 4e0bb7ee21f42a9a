import uuid

import pytest
from django import forms

from consultancy.web.submissions import SubmissionField, submission_of

GIVEN = uuid.UUID(int=7)


class Form(forms.Form):
    submission = SubmissionField()


def test_each_form_drawn_has_another():
    first, second = Form(), Form()
    assert first["submission"].value() == first["submission"].value()
    assert first["submission"].value() != second["submission"].value()
    assert 'type="hidden"' in str(first["submission"])


@pytest.mark.parametrize("told", [{}, {"submission": ""}])
def test_what_says_nothing_counts_as_a_new_one(told):
    form = Form(told)
    assert form.is_valid()
    assert isinstance(form.cleaned_data["submission"], uuid.UUID)


def test_what_was_drawn_comes_back(rf):
    told = {"submission": str(GIVEN)}
    form = Form(told)
    assert form.is_valid()
    assert form.cleaned_data["submission"] == GIVEN
    assert submission_of(rf.post("/", told)) == GIVEN


@pytest.mark.parametrize("told", ["", "x"])
def test_what_is_none_is_none(rf, told):
    assert submission_of(rf.post("/", {"submission": told})) is None
