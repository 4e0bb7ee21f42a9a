from datetime import timedelta

from requests_log.forms.sending import SendForm
from tests.people import NOW


def form(was_sent=False, owes_answer=False, **told):
    data = {"channel": "email"} | told
    return SendForm(data, was_sent=was_sent, owes_answer=owes_answer, now=NOW)


def test_the_first_sending_is_no_reminder():
    told = form(is_reminder="on")
    assert told.is_valid()
    assert not told.sent().is_reminder


def test_what_was_sent_before_may_be_a_reminder():
    told = form(was_sent=True, is_reminder="on", words="¿Lo has visto?")
    assert told.is_valid()
    assert (told.sent().is_reminder, told.sent().words) == (True, "¿Lo has visto?")


def test_an_answer_to_a_question_is_not_offered_as_a_reminder():
    assert form(was_sent=True)["is_reminder"].initial
    assert not form(was_sent=True, owes_answer=True)["is_reminder"].initial


def test_nothing_was_sent_in_the_future():
    tomorrow = (NOW + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    assert "happened_at" in form(happened_at=tomorrow).errors
