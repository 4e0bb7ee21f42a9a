from datetime import timedelta

import pytest

from consultancy.actions.end_sessions import (
    end_other_sessions,
    end_session,
    forget_ended_sessions,
)
from consultancy.models import Session
from consultancy.selectors.sessions import handle_of
from tests.people import NOW


@pytest.fixture
def keys(marta, nadia):
    """Return the keys of two sessions of Marta's and one of Nadia's."""
    keys = ("marta 1", "marta 2", "nadia")
    for key, who in zip(keys, (marta, marta, nadia), strict=True):
        Session.objects.create(
            session_key=key, user=who.user, used_at=NOW, expire_date=NOW
        )
    return keys


def left():
    return sorted(Session.objects.values_list("session_key", flat=True))


def test_the_one_named_is_ended(marta, keys):
    assert end_session(marta.user, handle_of("marta 1"))
    assert left() == ["marta 2", "nadia"]


@pytest.mark.parametrize("handle", [handle_of("nadia"), "marta 1", "", "no such"])
def test_nothing_else_can_be_named(marta, keys, handle):
    assert not end_session(marta.user, handle)
    assert left() == sorted(keys)


def test_the_others_are_one_s_own_others(marta, keys):
    assert end_other_sessions(marta.user, keep="marta 2") == 1
    assert left() == ["marta 2", "nadia"]


def test_all_of_one_s_own_can_be_ended(marta, keys):
    assert end_other_sessions(marta.user, keep=None) == 2
    assert left() == ["nadia"]


def test_sessions_that_ended_are_forgotten(keys):
    assert forget_ended_sessions(now=NOW) == 0
    assert forget_ended_sessions(now=NOW + timedelta(seconds=1)) == 3
    assert not Session.objects.exists()
