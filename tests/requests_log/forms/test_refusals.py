import pytest
from django import forms

from consultancy.errors import FilesGone, InstallationReadOnly
from requests_log.errors import (
    AlreadyMoved,
    AnswerOwed,
    MoveRefused,
    NothingToArgue,
    NotSentYet,
    PartsRefused,
)
from requests_log.forms.refusals import explain, sentence

REFUSALS = [
    AlreadyMoved(),
    AnswerOwed(),
    FilesGone(),
    PartsRefused(),
    InstallationReadOnly("missing_secret"),
    MoveRefused("drop", "closed"),
    NothingToArgue(),
    NotSentYet(),
]


def test_every_refusal_has_a_sentence_of_its_own():
    assert len({sentence(error) for error in REFUSALS}) == len(REFUSALS)


@pytest.mark.parametrize("error", REFUSALS, ids=repr)
def test_a_refusal_is_said_on_the_form(error):
    form = forms.Form({})
    explain(form, error)
    assert len(form.non_field_errors()) == 1
