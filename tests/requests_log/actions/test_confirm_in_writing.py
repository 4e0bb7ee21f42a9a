import pytest

from consultancy.models import Document
from requests_log.actions.confirm_in_writing import confirm_in_writing
from requests_log.actions.record_decision import record_decision
from requests_log.errors import AlreadyMoved, MoveRefused
from tests.people import NOW, answer, make_advised


def decided(client, outcome):
    request = make_advised(client)
    told = answer(outcome, alternative="Una campaña real.", words="")
    record_decision(request, answer=told, at=NOW)
    return request


@pytest.mark.parametrize("outcome", ["follows", "withdraws"])
def test_a_decision_with_the_advice_is_confirmed_on_request(bruno, outcome):
    request = decided(bruno, outcome)
    letter = confirm_in_writing(request, at=NOW)
    letter.refresh_from_db()
    assert (letter.kind, letter.status) == ("decision_confirmation", "issued")
    assert letter.record["settlement"] == outcome
    request.decision.refresh_from_db()
    assert request.decision.document == letter


def test_it_is_confirmed_once(bruno):
    request = decided(bruno, "follows")
    confirm_in_writing(request, at=NOW)
    request.decision.refresh_from_db()
    with pytest.raises(AlreadyMoved):
        confirm_in_writing(request, at=NOW)
    assert Document.objects.count() == 1


def test_an_override_has_its_own_letter(bruno):
    request = make_advised(bruno)
    record_decision(request, answer=answer(), at=NOW)
    with pytest.raises(MoveRefused):
        confirm_in_writing(request, at=NOW)
