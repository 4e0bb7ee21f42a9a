from datetime import timedelta

import pytest
from django.contrib.auth import SESSION_KEY
from django.utils import timezone

from consultancy.models.session import BROWSER, Session, SessionStore


@pytest.fixture
def store(marta):
    store = SessionStore()
    store[SESSION_KEY], store[BROWSER] = str(marta.user.pk), "Firefox/1"
    store.save()
    return store


def test_a_session_says_whose_it_is(marta, store):
    row = Session.objects.get()
    assert (row.user, row.browser) == (marta.user, "Firefox/1")
    assert timezone.now() - row.used_at < timedelta(minutes=1)


def test_a_visitor_s_session_is_nobody_s(db):
    SessionStore().save()
    assert Session.objects.get().user is None


@pytest.mark.parametrize(("minutes", "stored"), [(4, False), (6, True)])
def test_a_use_is_noted_every_five_minutes(store, minutes, stored):
    again = SessionStore(store.session_key)
    assert again[BROWSER] == "Firefox/1"
    again.note_use(timezone.now() + timedelta(minutes=minutes))
    assert again.modified == stored


def test_a_session_that_was_ended_is_empty(store):
    Session.objects.all().delete()
    assert SessionStore(store.session_key).load() == {}
