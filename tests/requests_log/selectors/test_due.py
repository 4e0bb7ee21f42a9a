from datetime import timedelta

from requests_log.selectors.due import due_of, may_be_closed
from tests.people import NOW, make_advised, send_advice


def after(days):
    return NOW + timedelta(days=days)


def test_nothing_is_due_before_anything_was_sent(bruno):
    request = make_advised(bruno)
    assert due_of(request) is None
    assert not may_be_closed(request)


def test_sent_anew_the_reminders_begin_anew(bruno):
    request = make_advised(bruno)
    send_advice(request)
    for day in (2, 5, 10):
        send_advice(request, is_reminder=True, at=after(day))
    assert may_be_closed(request)
    send_advice(request, words="Te lo explico mejor.", at=after(11))
    assert not may_be_closed(request)
    assert request.due_at == after(13)
