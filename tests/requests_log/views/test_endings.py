"""How requests end and come back, through their pages."""

from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.actions.record_decision import record_decision
from requests_log.models import ClientRequest, Outcome
from tests.people import NOW, answer, make_advised, make_request


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


def address(name, request):
    return reverse(f"requests_log:request_{name}", args=[request.pk])


@pytest.fixture
def cleared(bruno):
    request = make_request(bruno, "Sube la foto del equipo el jueves")
    confirm_verdict(request, verdict="fine", reason="", own_rule="", at=NOW)
    return request


def test_one_touch_does_it_and_one_more_undoes_it(web, cleared):
    today = web.post(address("done", cleared), {"today": "1"}, follow=True)
    assert ClientRequest.objects.get().stage == "closed"
    madrid = ZoneInfo("Europe/Madrid")  # where the day ends before it does in UTC
    today_there = timezone.localdate(timezone=madrid)
    assert Outcome.objects.get().happened_on == today_there
    assert address("reopen", cleared) in today.content.decode()
    assert 'name="today"' in today.content.decode()
    undone = web.post(address("reopen", cleared), {"today": "1"})
    assert undone["Location"] == reverse("requests_log:today")
    assert ClientRequest.objects.get().stage == "cleared"


def test_what_is_opened_again_on_its_page_is_shown_there(web, cleared):
    web.post(address("done", cleared), {"today": "1"})
    opened = web.post(address("reopen", cleared))
    assert opened["Location"] == address("detail", cleared)
    assert ClientRequest.objects.get().stage == "cleared"


def test_undoing_it_twice_is_told_on_the_day_s_list(web, cleared):
    web.post(address("done", cleared), {"today": "1"})
    for _press in range(2):
        shown = web.post(address("reopen", cleared), {"today": "1"}, follow=True)
    assert shown.redirect_chain == [(reverse("requests_log:today"), 302)]
    assert ClientRequest.objects.get().stage == "cleared"


def test_a_second_touch_is_told_that_it_is_done(web, cleared):
    web.post(address("done", cleared), {"today": "1"})
    web.get("/")
    again = web.post(address("done", cleared), {"today": "1"}, follow=True)
    assert Outcome.objects.count() == 1
    assert "undo" not in again.content.decode()


def test_it_was_done_on_another_day(web, cleared):
    sent = {"happened_on": "2026-11-20", "words": "Con dos fotos."}
    assert web.post(address("done", cleared), sent).status_code == 302
    assert "Con dos fotos." in web.get(address("detail", cleared)).content.decode()


def test_looking_at_it_does_nothing(web, cleared):
    for name in ("done", "drop", "reopen", "outcome"):
        web.get(address(name, cleared))
    assert ClientRequest.objects.get().stage == "cleared"


def test_an_outcome_is_recorded_beside_what_was_foretold(web, bruno):
    request = make_advised(bruno)
    record_decision(request, answer=answer("follows"), at=NOW)
    assert "Baja el alcance." in web.get(address("outcome", request)).content.decode()
    told = {
        "sequel": "done_otherwise",
        "assessment": "right",
        "happened_on": "2026-11-21",
        "words": "340 clics.",
        "currency": "EUR",
    }
    assert web.post(address("outcome", request), told).status_code == 302
    page = web.get(address("detail", request)).content.decode()
    assert "340 clics." in page
    assert ClientRequest.objects.get().stage == "closed"


def test_a_clear_request_has_its_own_way_to_be_done(web, cleared):
    response = web.get(address("outcome", cleared))
    assert response["Location"] == address("done", cleared)


@pytest.mark.parametrize("name", ["outcome", "reopen"])
def test_what_cannot_be_done_now_is_said(web, bruno, name):
    request = make_advised(bruno)
    told = {"happened_on": "2026-11-20", "sequel": "not_done", "assessment": "right"}
    assert (
        web.post(address(name, request), told | {"currency": "EUR"}).status_code == 422
    )
    assert ClientRequest.objects.get().stage == "advised"


@pytest.mark.parametrize("told", [{"today": "1"}, {"happened_on": "2026-11-20"}])
def test_what_was_objected_to_is_not_just_done(web, bruno, told):
    request = make_advised(bruno)
    record_decision(request, answer=answer(), at=NOW)
    response = web.post(address("done", request), told)
    assert response["Location"] == address("outcome", request)
    assert not Outcome.objects.exists()
