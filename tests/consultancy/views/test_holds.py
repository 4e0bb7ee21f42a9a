import pytest
from django.urls import reverse

from consultancy.models import LegalHold
from requests_log.actions.erase_client import erase_client
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


def hold(web, client, **told):
    return web.post(reverse("client_hold", args=[client.pk]), told)


def test_a_hold_is_placed_with_its_reason_and_lifted(web, bruno):
    assert hold(web, bruno, reason="Demanda").status_code == 302
    held = LegalHold.objects.get()
    assert (held.reason, held.lifted_at) == ("Demanda", None)
    page = web.get(reverse("client_hold", args=[bruno.pk])).content.decode()
    assert "Demanda" in page
    assert hold(web, bruno, confirmed="on").status_code == 302
    held.refresh_from_db()
    assert held.lifted_at


def test_placing_it_twice_does_not_lift_it(web, bruno):
    hold(web, bruno, reason="Demanda")
    assert hold(web, bruno, reason="Demanda").status_code == 422
    assert LegalHold.objects.get().lifted_at is None


@pytest.mark.parametrize("reason", ["", "  ", "\u200b", "x" * 2001, "a\x00"])
def test_it_takes_a_reason(web, bruno, reason):
    assert hold(web, bruno, reason=reason).status_code == 422
    assert not LegalHold.objects.exists()


def test_read_only_refuses_calmly(web, bruno, settings):
    settings.SIGNING_SECRET = ""
    assert hold(web, bruno, reason="Demanda").status_code == 422


def test_a_dispute_may_come_after_the_erasure(web, bruno):
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    erase_client(bruno, ground="requested", today=NOW.date(), at=NOW)
    response = hold(web, bruno, reason="Demanda")
    assert response["Location"] == reverse("keeping")
    assert LegalHold.objects.get().client_id == bruno.pk
