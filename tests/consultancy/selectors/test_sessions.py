from datetime import timedelta

from consultancy.models import Session
from consultancy.selectors.sessions import open_sessions
from tests.people import NOW


def open_one(consultant, key, minutes=0, browser="", days=14):
    return Session.objects.create(
        session_key=key,
        user=consultant.user,
        browser=browser,
        used_at=NOW - timedelta(minutes=minutes),
        expire_date=NOW + timedelta(days=days),
    )


def test_this_one_is_first_then_the_latest_used(marta, nadia):
    open_one(marta, "long ago", 90, "Firefox/1 Linux")
    open_one(marta, "this", 60)
    open_one(marta, "just now", 1)
    open_one(marta, "run out", 0, days=-1)
    open_one(nadia, "another's")
    found = open_sessions(marta.user, this="this", at=NOW)
    minutes = [(NOW - session.used_at).seconds // 60 for session in found]
    assert minutes == [60, 1, 90]
    assert [session.is_this for session in found] == [True, False, False]
    assert found[2].browser == "Firefox, Linux"


def test_a_session_is_never_called_by_its_key(marta):
    open_one(marta, "k" * 32)
    (session,) = open_sessions(marta.user, this=None, at=NOW)
    assert "k" * 8 not in session.handle


def test_the_list_takes_one_query(marta, django_assert_num_queries):
    for number in range(5):
        open_one(marta, f"key {number}")
    with django_assert_num_queries(1):
        open_sessions(marta.user, this=None, at=NOW)
