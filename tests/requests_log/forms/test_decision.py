import pytest

from requests_log.forms.decision import DecisionForm
from requests_log.selectors.request_page import latest_advice
from tests.people import ADVICE, NOW, make_advised

WORDS = "La feria es en dos semanas y no quiero esperar."


@pytest.fixture
def advice(bruno):
    return latest_advice(make_advised(bruno))


def form(advice, **data):
    told = {
        "outcome": "overrides",
        "words": WORDS,
        "by_name": "Bruno Peña",
        "channel": "phone",
    }
    return DecisionForm(
        told | data,
        consultant=advice.request.consultant,
        advice=advice,
        contact=None,
        now=NOW,
    )


def test_an_override_is_taken_in_the_client_s_words(advice):
    told = form(advice)
    assert told.is_valid(), told.errors
    assert told.answer().words == WORDS
    assert told.answer().happened_at == NOW


def test_an_override_without_words_is_refused(advice):
    assert list(form(advice, words=" ").errors) == ["words"]


def test_a_thin_answer_is_asked_about_once_and_then_taken(advice):
    thin = form(advice, words="porque sí")
    assert list(thin.errors) == ["words"]
    assert thin.data["asked_once"] == "on"
    again = form(advice, words="porque sí", asked_once="on")
    assert again.is_valid()
    assert again.answer().words == "porque sí"


@pytest.mark.parametrize("outcome", ["follows", "withdraws"])
def test_who_does_not_override_owes_no_words(advice, outcome):
    assert form(advice, outcome=outcome, words="").is_valid()


def test_only_what_was_offered_can_be_followed(advice):
    offered = ADVICE.alternatives[0]
    assert form(advice, outcome="follows", alternative=offered).is_valid()
    other = form(advice, outcome="follows", alternative="Otra cosa")
    assert list(other.errors) == ["alternative"]


def test_what_is_still_to_come_was_not_decided(advice):
    late = form(advice, happened_at="2026-11-23T10:00")
    assert list(late.errors) == ["happened_at"]


def test_both_answers_at_once_are_one(advice):
    assert list(form(advice, outcome="yes-and-no").errors) == ["outcome"]
