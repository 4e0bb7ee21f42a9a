from datetime import date, timedelta

import pytest

from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.actions.note_reply import Reply, note_reply
from requests_log.actions.record_decision import record_decision
from requests_log.models import ClientRequest
from requests_log.selectors.lists import ENOUGH, FEW
from requests_log.selectors.today import today_of
from tests.people import (
    NOW,
    answer,
    make_advised,
    make_request,
    object_to,
    send_advice,
)

LATER = NOW + timedelta(days=3)


def waiting(consultant, now=NOW):
    lists = today_of(consultant, now=now).waiting
    return {w.name: [row.pk for row in w.rows] for w in lists if w.rows}


def test_a_new_practice_is_told_where_to_begin(marta):
    today = today_of(marta, now=NOW)
    assert today.is_new
    assert today.is_clear


def test_today_holds_what_waits_for_the_consultant(bruno):
    logged = make_request(bruno)
    objected = object_to(make_request(bruno))
    advised = make_advised(bruno)
    assert waiting(bruno.consultant) == {
        "logged": [logged.pk],
        "objected": [objected.pk],
        "to_send": [advised.pk],
    }


def test_advice_waits_for_the_client_only_once_it_was_sent(bruno):
    request = make_advised(bruno)
    assert (request.is_unsent, waiting(bruno.consultant)) == (
        True,
        {"to_send": [request.pk]},
    )
    send_advice(request)
    request.refresh_from_db()
    assert (request.is_unsent, waiting(bruno.consultant)) == (
        False,
        {"advised": [request.pk]},
    )


def test_a_reminder_stands_there_when_it_is_due(bruno):
    request = make_advised(bruno)
    send_advice(request)
    assert waiting(bruno.consultant) == {"advised": [request.pk]}
    assert waiting(bruno.consultant, LATER) == {"to_remind": [request.pk]}


def test_what_the_client_asked_stands_before_what_waits_for_him(bruno):
    request = make_advised(bruno)
    send_advice(request)
    note_reply(request, reply=Reply("ask", "¿Y eso?", "", "phone", NOW), at=NOW)
    assert waiting(bruno.consultant, LATER) == {"to_answer": [request.pk]}


def test_a_look_back_stands_there_on_its_day(bruno):
    request = make_advised(bruno)
    told = answer("follows")
    record_decision(request, answer=told, at=NOW, look_back_at=LATER)
    assert waiting(bruno.consultant) == {}
    assert waiting(bruno.consultant, LATER) == {"to_look_back": [request.pk]}


@pytest.fixture
def cleared(bruno):
    def cleared(wanted_on=None):
        request = make_request(bruno, "Sube la foto del equipo")
        confirm_verdict(request, verdict="fine", reason="", own_rule="", at=NOW)
        ClientRequest.objects.filter(pk=request.pk).update(wanted_on=wanted_on)
        return request.pk

    return cleared


def test_what_is_to_do_stands_in_the_order_of_its_days(bruno, cleared):
    whenever = cleared()
    late, soon = cleared(date(2026, 12, 9)), cleared(date(2026, 11, 24))
    assert waiting(bruno.consultant) == {"to_do": [soon, late, whenever]}


def test_days_come_first_however_much_has_none(bruno, cleared):
    for _ in range(FEW + 2):
        cleared()
    soon = cleared(date(2026, 11, 24))
    to_do = next(
        w for w in today_of(bruno.consultant, now=NOW).waiting if w.name == "to_do"
    )
    assert to_do.rows[0].pk == soon
    assert (len(to_do.rows), to_do.count) == (FEW, FEW + 3)


def test_more_than_enough_is_not_counted(bruno):
    first = make_request(bruno)
    ClientRequest.objects.bulk_create(
        ClientRequest(
            consultant=bruno.consultant,
            client=bruno,
            message=first.message,
            text="x",
            stage="logged",
            verdict="fine",
            received_at=NOW,
        )
        for _ in range(ENOUGH + 20)
    )
    logged = today_of(bruno.consultant, now=NOW).waiting[0]
    assert logged.more_than_counted
    assert logged.count == ENOUGH + 1


def test_another_practice_s_requests_do_not_stand_there(bruno, nadia):
    make_request(bruno)
    assert waiting(nadia) == {}


def test_today_takes_few_queries(bruno, django_assert_max_num_queries):
    for _ in range(FEW + 2):
        make_request(bruno)
    with django_assert_max_num_queries(5):
        today_of(bruno.consultant, now=NOW)
