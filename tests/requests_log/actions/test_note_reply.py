from datetime import timedelta

import pytest

from requests_log.actions.close_unanswered import close_unanswered
from requests_log.actions.note_reply import Reply, note_reply
from requests_log.errors import MoveRefused
from requests_log.models import ClientReply
from tests.people import NOW, advise, make_advised, make_request, send_advice

REPLY = Reply("propose", "¿Y si es solo en diciembre?", "Bruno Peña", "phone", NOW)


@pytest.fixture
def sent(bruno):
    request = make_advised(bruno)
    send_advice(request)
    return request


def test_a_reply_waits_for_the_consultant_and_not_for_the_clock(sent):
    assert sent.due_at == NOW + timedelta(days=2)
    note_reply(sent, reply=REPLY, at=NOW)
    assert (sent.stage, sent.asked_at, sent.due_at) == ("advised", NOW, None)
    assert ClientReply.objects.get().words == REPLY.words


def test_sending_an_answer_gives_the_word_back_to_the_client(sent):
    note_reply(sent, reply=REPLY, at=NOW)
    later = NOW + timedelta(days=3)
    send_advice(sent, words="En diciembre tampoco.", at=later)
    assert sent.asked_at is None
    assert sent.due_at == later + timedelta(days=2)


def test_a_new_version_answers_too(sent):
    note_reply(sent, reply=REPLY, at=NOW)
    advise(sent)
    assert (sent.asked_at, sent.due_at) == (None, None)


def test_who_did_not_answer_may_still_ask(sent):
    close_unanswered(sent, at=NOW)
    note_reply(sent, reply=REPLY, at=NOW)
    assert sent.stage == "advised"


def test_nobody_replies_to_nothing(bruno):
    with pytest.raises(MoveRefused):
        note_reply(make_request(bruno), reply=REPLY, at=NOW)
