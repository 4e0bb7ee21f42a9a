from datetime import timedelta

from requests_log.selectors.due import closable, due_of
from tests.people import NOW, make_advised, send_advice


def after(days):
    return NOW + timedelta(days=days)


def test_nothing_is_due_before_anything_was_sent(bruno):
    request = make_advised(bruno)
    assert due_of(request) is None
    assert list(closable(after(99))) == []


def test_sent_anew_the_reminders_begin_anew(bruno):
    request = make_advised(bruno)
    send_advice(request)
    for day in (2, 5, 10):
        send_advice(request, is_reminder=True, at=after(day))
    assert list(closable(after(99))) == [request]
    send_advice(request, words="Te lo explico mejor.", at=after(11))
    assert list(closable(after(99))) == []
    assert request.due_at == after(13)
