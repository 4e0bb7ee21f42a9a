import zoneinfo
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from consultancy.selectors.clients import clients_of
from requests_log.forms.filters import read_filters
from requests_log.selectors.filters import NOTHING, Filters
from tests.people import make_client


@pytest.fixture
def read(bruno):
    clients = list(clients_of(bruno.consultant))
    return lambda **query: read_filters(
        query, consultant=bruno.consultant, clients=clients
    )


def test_an_address_without_filters_narrows_nothing(read):
    form = read(after="x", lang="es")
    assert form.filters() == NOTHING
    assert form.kept == ""
    assert not form.left_out


def test_every_filter_is_read(read, bruno):
    form = read(
        client=str(bruno.pk),
        verdict="fine",
        stage="closed",
        rule="fake_engagement",
        channel="email",
    )
    assert form.filters() == Filters(
        bruno.pk, "fine", "closed", "fake_engagement", "email"
    )


def test_days_begin_and_end_where_the_reader_is(read):
    with timezone.override(zoneinfo.ZoneInfo("Europe/Madrid")):
        filters = read(**{"from": "2026-03-01", "to": "2026-03-31"}).filters()
    assert filters.since == datetime(2026, 2, 28, 23, tzinfo=UTC)
    assert filters.before == datetime(2026, 3, 31, 22, tzinfo=UTC)


def test_what_is_kept_is_what_was_given(read):
    form = read(stage="logged", verdict="", **{"from": "2026-03-01"})
    assert form.kept == "stage=logged&from=2026-03-01"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("client", "0"),
        ("client", "Bruno"),
        ("client", "9" * 400),
        ("verdict", "awful"),
        ("stage", "LOGGED"),
        ("stage", "logged\x00"),
        ("rule", "' OR 1=1 --"),
        ("channel", "fax"),
        ("from", "yesterday"),
        ("from", "0001-01-01"),
        ("to", "9999-12-31"),
        ("to", "2026-02-30"),
    ],
)
def test_nonsense_is_left_out_and_the_rest_holds(read, name, value):
    rest = "verdict" if name == "stage" else "stage"
    code = {"verdict": "fine", "stage": "closed"}[rest]
    form = read(**{name: value, rest: code})
    assert form.filters() == Filters(**{rest: code})
    assert form.kept == f"{rest}={code}"
    assert len(form.left_out) == 1


def test_a_last_day_before_the_first_is_left_out(read):
    form = read(**{"from": "2026-03-02", "to": "2026-03-01"})
    assert form.kept == "from=2026-03-02"
    assert form.filters().before is None


def test_another_consultants_client_means_nothing(read, nadia):
    form = read(client=str(make_client(nadia, "Panadería Sol").pk))
    assert form.filters() == NOTHING
    assert form.left_out == [str(form.fields["client"].label)]


def test_at_most_eight_words_are_looked_for_and_each_once(read):
    words = read(q="Uno uno UNO " + " ".join("abcdefghij")).filters().words
    assert [word.start for word in words] == ["uno", *"abcdefg"]


def test_a_word_stands_for_the_clients_named_so(read, bruno):
    first, second = read(q="Ferret madera").filters().words
    assert first.clients == (bruno.pk,)
    assert second.clients == ()


def test_blanks_are_no_search(read):
    assert read(q="   ").kept == ""
