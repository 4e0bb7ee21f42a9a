from datetime import timedelta

import pytest
from django.db.models import QuerySet

from consultancy.actions.count_asking import WINDOW, count_asking, forget_askings
from consultancy.models import Asking
from requests_log.actions.run_due import run_due
from tests.people import NOW

pytestmark = pytest.mark.django_db


def ask(key="a", now=NOW):
    return count_asking(key, most=2, now=now)


def test_it_is_counted_by_key_and_begins_anew_after_a_while():
    assert [ask(), ask(), ask()] == [True, True, False]
    assert ask("b")
    assert not ask(now=NOW + WINDOW - timedelta(seconds=1))
    assert [ask(now=NOW + WINDOW) for _ in range(3)] == [True, True, False]


def test_what_is_refused_is_not_written_down(django_assert_num_queries):
    ask(), ask()
    with django_assert_num_queries(1):
        assert not ask()
    assert Asking.objects.get().times == 2


@pytest.mark.parametrize("seen", [None, Asking(key="a", since=NOW, times=1)])
def test_of_two_processes_neither_loses_what_the_other_counts(monkeypatch, seen):
    """Another process counts between the look and the count."""
    ask()
    ask()
    monkeypatch.setattr(QuerySet, "first", lambda _rows: seen)
    assert not ask()
    assert Asking.objects.get().times == 2


def test_of_two_processes_one_begins_anew(monkeypatch):
    later = NOW + WINDOW
    ask()
    old = Asking.objects.get()
    ask(now=later)
    monkeypatch.setattr(QuerySet, "first", lambda _rows: old)
    ask(now=later)
    assert Asking.objects.get().times == 2


def test_what_counts_no_more_is_forgotten():
    ask()
    assert forget_askings(now=NOW) == 0
    run_due(now=NOW + WINDOW)
    assert not Asking.objects.exists()
