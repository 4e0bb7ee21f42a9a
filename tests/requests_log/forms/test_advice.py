import pytest

from requests_log.forms.advice import AdviceForm
from requests_log.selectors.draft import draft_of
from tests.people import WANTS_TIKTOK, make_request, object_to


@pytest.fixture
def objected(bruno):
    return object_to(make_request(bruno))


def form(request, **data):
    told = {"because_experience": "No compran.", "alternatives": "Anuncios."}
    return AdviceForm(told | data, request=request, draft=draft_of(request))


def test_what_is_typed_becomes_the_advice(objected):
    filled = form(objected, consequences="Baja el alcance.\n\n Multa. ", reply="Hola")
    assert filled.is_valid(), filled.errors
    advice = filled.advice()
    assert advice.consequences == ("Baja el alcance.", "Multa.")
    assert [(a.factor, a.text, a.rule) for a in advice.arguments] == [
        ("experience", "No compran.", "")
    ]


def test_an_argument_taken_as_proposed_keeps_its_rule_as_backing(objected):
    draft = draft_of(objected)
    factor, lines = next(iter(draft.arguments.items()))
    filled = form(objected, **{f"because_{factor}": lines[0]})
    assert filled.is_valid()
    assert "fake_engagement" in {a.rule for a in filled.advice().arguments}


def test_no_argument_at_all_is_refused(objected):
    assert "__all__" in form(objected, because_experience="").errors


def test_no_alternative_is_refused(objected):
    assert list(form(objected, alternatives=" ").errors) == ["alternatives"]


def test_off_strategy_names_a_consequence(bruno):
    request = object_to(make_request(bruno, WANTS_TIKTOK))
    assert list(form(request, consequences="").errors) == ["consequences"]


@pytest.mark.parametrize("lines", ["x\n" * 21, "x" * 601])
def test_what_no_letter_can_hold_is_refused(objected, lines):
    assert list(form(objected, consequences=lines).errors) == ["consequences"]


def test_a_draft_of_many_rules_is_one_the_form_takes_back(objected):
    draft = draft_of(objected)
    draft.consequences = [f"Pasa {number}." for number in range(30)]
    proposed = AdviceForm(request=objected, draft=draft).initial
    again = AdviceForm(
        {name: "\n".join(lines) for name, lines in proposed.items() if name != "reply"},
        request=objected,
        draft=draft,
    )
    assert again.is_valid(), again.errors
