import pytest
from django.core.cache import cache
from django.db import OperationalError
from django.test import RequestFactory

from consultancy.models import Asking
from consultancy.web.pace import asks_too_often, brings_too_often

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("count", [asks_too_often, brings_too_often])


def ask(count, address, most=2):
    request = RequestFactory().get("/", REMOTE_ADDR=address)
    return count(request, what="test", most=most)


@BOTH
def test_who_asks_too_often_is_told_and_others_are_not(count):
    asked = [ask(count, "192.0.2.1") for _ in range(4)]
    assert asked == [False, False, True, True]
    assert not ask(count, "192.0.2.2")


@BOTH
def test_one_ipv6_network_counts_as_one(count):
    assert not ask(count, "2001:db8::1", most=1)
    assert ask(count, "2001:db8::ffff", most=1)
    assert not ask(count, "2001:db8:0:1::1", most=1)


@BOTH
@pytest.mark.parametrize("address", ["", "nowhere"])
def test_who_has_no_address_counts_with_the_others_who_have_none(count, address):
    assert not ask(count, address, most=1)
    assert ask(count, "", most=1)


def test_what_is_brought_is_counted_whichever_process_answers():
    """Each process has a cache of its own; what is in it does not matter."""
    told = []
    for _ in range(4):
        cache.clear()
        told.append(ask(brings_too_often, "192.0.2.1"))
    assert told == [False, False, True, True]


def test_no_address_is_stored():
    ask(brings_too_often, "192.0.2.1")
    assert "192" not in Asking.objects.get().key


def test_where_the_database_takes_nothing_in_this_process_counts(monkeypatch):
    def full(*_args, **_more):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("consultancy.web.pace.count_asking", full)
    assert [ask(brings_too_often, "192.0.2.1") for _ in range(3)] == [
        False,
        False,
        True,
    ]
