import pytest
from django.db import IntegrityError, transaction

from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.errors import MoveRefused
from requests_log.models import Confirmation
from tests.people import NOW, make_request


def confirm(request, verdict, reason=""):
    return confirm_verdict(request, verdict=verdict, reason=reason, own_rule="", at=NOW)


def test_an_objection_confirmed_waits_for_advice(bruno):
    request = make_request(bruno)
    confirm(request, "bad_practice")
    assert request.stage == "objected"


def test_the_engine_s_verdict_stays_beside_the_consultant_s(bruno):
    request = make_request(bruno)
    confirm(request, "fine", "Son anuncios pagados, no seguidores comprados.")
    assert (request.stage, request.verdict) == ("cleared", "fine")
    assert request.triage.verdict == "bad_practice"
    assert request.confirmation.engine_verdict == "bad_practice"


def test_a_change_without_a_reason_is_not_stored_by_half(bruno):
    request = make_request(bruno)
    with pytest.raises(IntegrityError), transaction.atomic():
        confirm(request, "fine")
    request.refresh_from_db()
    assert request.stage == "logged"
    assert not Confirmation.objects.exists()


def test_a_verdict_is_confirmed_once(bruno):
    request = make_request(bruno)
    confirm(request, "bad_practice")
    with pytest.raises(MoveRefused):
        confirm(request, "bad_practice")
