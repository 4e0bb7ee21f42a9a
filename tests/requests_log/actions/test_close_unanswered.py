from datetime import timedelta

import pytest

from consultancy.models import Document, LedgerEntry, User
from requests_log.actions.close_unanswered import close_unanswered
from requests_log.actions.note_reply import Reply, note_reply
from requests_log.actions.record_decision import record_decision
from requests_log.actions.run_due import run_due
from requests_log.errors import AlreadyMoved, AnswerOwed, MoveRefused, NotSentYet
from requests_log.models import ClientRequest, NoAnswer
from requests_log.selectors.request_page import request_page
from requests_log.workflow import Who
from tests.people import NOW, WANTS_TIKTOK, answer, make_advised, send_advice

LATER = NOW + timedelta(days=30)


@pytest.fixture
def sent(bruno):
    request = make_advised(bruno, WANTS_TIKTOK)
    send_advice(request)
    return request


def reminded(request, *days):
    for day in days:
        send_advice(request, is_reminder=True, at=NOW + timedelta(days=day))


def test_what_nobody_answered_is_said_in_a_signed_letter(sent):
    reminded(sent, 2)
    document = close_unanswered(sent, at=LATER)
    document.refresh_from_db()
    assert sent.stage == "unanswered"
    assert (document.kind, document.status) == ("not_answered", "issued")
    sendings = document.record["sendings"]
    assert [(each["way"], each["reminder"]) for each in sendings] == [
        ("whatsapp", 0),
        ("whatsapp", 1),
    ]


def test_what_was_never_sent_cannot_be_left_unanswered(bruno):
    request = make_advised(bruno)
    with pytest.raises(NotSentYet):
        close_unanswered(request, at=LATER)
    request.refresh_from_db()
    assert request.stage == "advised"
    assert not Document.objects.exists()
    assert not LedgerEntry.objects.filter(kind="close_unanswered").exists()


def test_a_client_who_asked_back_did_answer(sent):
    reply = Reply("ask", "¿Y en vez de TikTok?", "Bruno", "phone", NOW)
    note_reply(sent, reply=reply, at=NOW)
    with pytest.raises(AnswerOwed):
        close_unanswered(sent, at=LATER)


def test_the_clock_stops_waiting_after_the_last_reminder(sent):
    reminded(sent, 2, 5, 10)
    assert run_due(now=NOW + timedelta(days=13)).unanswered == 0
    assert run_due(now=NOW + timedelta(days=14)).unanswered == 1
    assert NoAnswer.objects.get().by_clock
    assert LedgerEntry.objects.get(kind="close_unanswered").actor == "system"
    assert Document.objects.get().record["timeline"][-1]["actor"] == "Por Escrito"
    assert run_due(now=LATER).unanswered == 0


@pytest.mark.parametrize("days", [(), (2,), (2, 5)])
def test_the_clock_does_not_close_what_was_not_brought_to_mind(sent, days):
    reminded(sent, *days)
    assert run_due(now=LATER).unanswered == 0
    sent.refresh_from_db()
    assert sent.stage == "advised"


@pytest.mark.parametrize("outcome", ["follows", "withdraws", "overrides"])
def test_a_late_answer_is_an_answer(sent, outcome):
    close_unanswered(sent, at=NOW)
    decision = record_decision(sent, answer=answer(outcome), at=LATER)
    assert sent.decision == decision


def test_silence_after_a_late_question_is_put_in_writing_again(sent):
    close_unanswered(sent, at=NOW)
    reply = Reply("ask", "¿Y en vez de TikTok?", "Bruno", "phone", NOW)
    note_reply(sent, reply=reply, at=NOW)
    send_advice(sent)
    again = close_unanswered(sent, at=LATER)
    again.refresh_from_db()
    assert (again.number, again.status) == ("2026-0002", "issued")
    numbers = [letter.number for letter in request_page(sent).letters]
    assert numbers == ["2026-0002", "2026-0001"]


def test_the_clock_of_a_closed_account_rests(sent):
    reminded(sent, 2, 5, 10)
    User.objects.filter(consultant=sent.consultant).update(is_active=False)
    assert run_due(now=LATER).unanswered == 0


def test_it_is_closed_once(sent):
    close_unanswered(sent, at=NOW)
    with pytest.raises(MoveRefused):
        close_unanswered(sent, at=NOW)
    assert Document.objects.count() == 1


def test_what_was_sent_again_at_that_moment_is_not_closed(sent):
    reminded(sent, 2, 5, 10)
    as_the_clock_saw_it = ClientRequest.objects.get(pk=sent.pk)
    send_advice(sent, at=LATER)
    with pytest.raises(AlreadyMoved):
        close_unanswered(as_the_clock_saw_it, at=LATER, who=Who.CLOCK)
