from datetime import date, timedelta

import pytest

from requests_log.actions.close_unanswered import close_unanswered
from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.actions.drop import drop
from requests_log.actions.note_reply import Reply, note_reply
from requests_log.actions.record_decision import record_decision
from requests_log.actions.record_outcome import Report, record_outcome
from requests_log.actions.reopen import reopen
from requests_log.errors import MoveRefused
from requests_log.models import Outcome
from tests.people import (
    NOW,
    answer,
    make_advised,
    make_request,
    object_to,
    send_advice,
)

REPORT = Report(sequel="not_done", happened_on=date(2026, 11, 22))


def cleared(client):
    request = make_request(client, "Sube la foto del equipo el jueves")
    confirm_verdict(request, verdict="fine", reason="", own_rule="", at=NOW)
    return request


def sent(client):
    request = make_advised(client)
    send_advice(request)
    return request


def unanswered(client):
    request = sent(client)
    close_unanswered(request, at=NOW)
    return request


def objected(client):
    return object_to(make_request(client))


@pytest.mark.parametrize(
    ("make", "stage"),
    [
        (make_request, "logged"),
        (cleared, "cleared"),
        (objected, "objected"),
        (sent, "advised"),
        (unanswered, "unanswered"),
    ],
)
def test_what_was_dropped_goes_back_to_where_it_was(bruno, make, stage):
    request = make(bruno)
    drop(request, reason="Ya no lo quiere.", at=NOW)
    assert reopen(request, at=NOW) == stage
    assert request.stage == stage
    assert request.due_at == (NOW + timedelta(days=2) if stage == "advised" else None)


@pytest.mark.parametrize("outcome", ["follows", "withdraws", "overrides"])
def test_what_was_closed_goes_back_to_its_decision(bruno, outcome):
    request = make_advised(bruno)
    record_decision(request, answer=answer(outcome), at=NOW)
    decided = request.stage
    record_outcome(request, report=REPORT, at=NOW)
    assert reopen(request, at=NOW) == decided
    assert request.outcome is None
    assert Outcome.objects.count() == 1


def asked(client, make=sent):
    request = make(client)
    reply = Reply("ask", "¿Y con 1.000?", "Bruno Peña", "phone", NOW)
    note_reply(request, reply=reply, at=NOW + timedelta(hours=1))
    return request


@pytest.mark.parametrize("before", [sent, unanswered])
def test_a_question_that_was_dropped_still_waits_for_its_answer(bruno, before):
    request = asked(bruno, before)
    drop(request, reason="Ya no lo quiere.", at=NOW)
    assert reopen(request, at=NOW) == "advised"
    assert (request.asked_at, request.due_at) == (NOW, None)


def test_an_answered_question_is_not_asked_again(bruno):
    request = asked(bruno)
    send_advice(request, at=NOW + timedelta(hours=2))
    drop(request, reason="Ya no lo quiere.", at=NOW)
    reopen(request, at=NOW)
    assert request.asked_at is None
    assert request.due_at


def test_the_day_to_look_back_on_outlives_a_closing_by_mistake(bruno):
    request = make_advised(bruno)
    day = NOW + timedelta(days=30)
    record_decision(request, answer=answer(), at=NOW, look_back_at=day)
    record_outcome(request, report=REPORT, at=NOW)
    reopen(request, at=NOW)
    assert request.due_at == day


def test_what_is_open_cannot_be_opened(bruno):
    with pytest.raises(MoveRefused):
        reopen(make_request(bruno), at=NOW)
