import pytest

from consultancy.actions.contact_leaves import mark_contact_left
from consultancy.actions.save_contact import ContactData, add_contact, change_contact
from consultancy.selectors.clients import main_contact
from consultancy.selectors.contacts import contacts_of
from requests_log.forms.decision import DecisionForm
from tests.people import ADVICE, NOW, make_advised

WORDS = "La feria es en dos semanas y no quiero esperar."


@pytest.fixture
def advice(bruno):
    return make_advised(bruno).advice


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
        contacts=contacts_of(advice.request.client),
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


@pytest.fixture
def lola(bruno):
    """Bruno's shop assistant, who may not decide."""
    data = ContactData("Lola Gil", "dependienta", "", False)
    return add_contact(bruno, contact=data, is_main=False, at=NOW)


def test_who_may_not_decide_is_asked_about_once_and_then_taken(advice, lola):
    once = form(advice, by_name="lola  GIL")
    assert list(once.errors) == ["by_name"]
    assert "Lola Gil" in once.errors["by_name"][0]
    again = form(advice, by_name="lola GIL", asked_who=once.data["asked_who"])
    assert again.is_valid(), again.errors
    assert again.answer().by_name == "lola GIL"


def test_another_who_may_not_decide_is_asked_about_too(advice, lola, bruno):
    data = ContactData("Pepe", "", "", False)
    add_contact(bruno, contact=data, is_main=False, at=NOW)
    assert list(form(advice, by_name="Pepe", asked_who="Lola Gil").errors) == [
        "by_name"
    ]


def test_who_left_is_asked_about(advice, bruno):
    mark_contact_left(main_contact(bruno), on=NOW.date(), successor=None, at=NOW)
    assert list(form(advice, by_name="Bruno Peña").errors) == ["by_name"]


def test_anybody_may_answer_the_telephone(advice):
    told = form(advice, by_name="Un primo", by_role="primo")
    assert told.is_valid()
    assert (told.answer().by_name, told.answer().by_role) == ("Un primo", "primo")


def test_a_name_brings_its_role_without_a_script(advice, bruno):
    data = ContactData("Eva Sanz", "socia", "", True)
    add_contact(bruno, contact=data, is_main=False, at=NOW)
    for left_there in ("", "gerente"):
        told = form(advice, by_name="Eva Sanz", by_role=left_there)
        assert told.is_valid()
        assert told.answer().by_role == "socia"
    typed = form(advice, by_name="Eva Sanz", by_role="socia y tesorera")
    assert typed.is_valid()
    assert typed.answer().by_role == "socia y tesorera"


def test_only_who_may_decide_is_offered_and_guessed(advice, lola, bruno):
    change_main = ContactData("Lola Gil", "dependienta", "", False)
    change_contact(lola, contact=change_main, seen={}, is_main=True, at=NOW)
    told = form(advice)
    assert [each.name for each in told.deciders.offered] == ["Bruno Peña"]
    assert told["by_name"].initial == "Bruno Peña"
