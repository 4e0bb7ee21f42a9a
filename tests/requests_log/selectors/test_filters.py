from datetime import timedelta

import pytest

from requests_log.models import ClientRequest
from requests_log.selectors.filters import Filters, filtered, words_of
from requests_log.selectors.lists import requests_listed
from tests.people import (
    NOW,
    WANTS_TIKTOK,
    make_advised,
    make_client,
    make_request,
    object_to,
)
from tests.requests_log.rows import add_rows

LETTER = "Pon nuestro horario de verano en la web, por favor"


@pytest.fixture
def three(bruno):
    """Followers with advice to send, a TikTok to confirm, and Lola's fine one."""
    lola = make_client(bruno.consultant, "Bar Lola")
    return {
        "followers": make_advised(bruno),
        "tiktok": make_request(bruno, WANTS_TIKTOK),
        "fine": make_request(lola, LETTER),
    }


def found(three, **filters):
    rows = filtered(three["fine"].consultant, Filters(**filters))
    return {name for name, request in three.items() if request in rows}


def test_without_filters_there_is_everything(three):
    assert found(three) == set(three)


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"stage": "advised"}, ""),
        ({"stage": "to_send"}, "followers"),
        ({"stage": "to_answer"}, ""),
        ({"verdict": "off_strategy"}, "tiktok"),
        ({"rule": "fake_engagement"}, "followers"),
        ({"rule": "gone_rule"}, ""),
        ({"channel": "whatsapp"}, "fine followers tiktok"),
        ({"channel": "email"}, ""),
        ({"since": NOW}, "fine followers tiktok"),
        ({"before": NOW}, ""),
        ({"since": NOW + timedelta(seconds=1)}, ""),
        ({"stage": "logged", "verdict": "fine"}, "fine"),
        ({"stage": "advised", "verdict": "fine"}, ""),
    ],
    ids=str,
)
def test_each_filter_narrows(three, filters, names):
    assert " ".join(sorted(found(three, **filters))) == names


@pytest.mark.parametrize(
    ("changes", "stage"),
    [
        ({"asked_at": NOW}, "to_answer"),
        ({"asked_at": NOW, "due_at": NOW}, "to_answer"),
        ({"due_at": NOW}, "advised"),
        ({"stage": "logged"}, "logged"),
    ],
)
def test_what_is_advised_is_found_by_whose_move_it_is(three, changes, stage):
    rows = ClientRequest.objects.filter(pk=three["followers"].pk)
    rows.update(**changes)
    stages = ("to_send", "to_answer", "advised", "logged")
    there = [each for each in stages if "followers" in found(three, stage=each)]
    assert there == [stage]


def test_the_client_narrows(three):
    assert found(three, client=three["fine"].client_id) == {"fine"}


def test_the_consultants_own_objection_counts_as_its_rule(bruno):
    request = make_request(bruno, LETTER)
    object_to(request, "bad_practice")
    rows = filtered(bruno.consultant, Filters(rule="fake_engagement"))
    assert list(rows) == [request]


def test_a_finding_set_aside_does_not_count(bruno):
    request = make_request(bruno)
    request.triage.findings.update(set_aside=True)
    assert not filtered(bruno.consultant, Filters(rule="fake_engagement")).exists()


def test_another_consultants_requests_are_never_let_through(three, nadia):
    assert not filtered(nadia, Filters()).exists()
    client = three["fine"].client_id
    assert not filtered(nadia, Filters(client=client)).exists()


def test_the_pages_of_a_filter_hold_what_it_lets_through(bruno):
    for n in range(40):
        make_request(bruno, LETTER if n % 2 else WANTS_TIKTOK)
    wanted = Filters(verdict="fine")
    listed = requests_listed(bruno.consultant, filters=wanted, after=None)
    assert listed.page.next_key is None
    assert len(listed.page.rows) == listed.count == 20


def test_every_page_has_the_same_count(bruno):
    add_rows(make_request(bruno), 29)
    first = requests_listed(bruno.consultant, after=None)
    second = requests_listed(bruno.consultant, after=first.page.next_key)
    assert len(second.page.rows) == 5
    assert first.count == second.count == 30


def test_a_rule_that_objects_often_finds_the_same(three, monkeypatch):
    monkeypatch.setattr("requests_log.selectors.filters.FEW_ROWS", 0)
    assert found(three, rule="fake_engagement") == {"followers"}


def test_a_search_alone_finds_the_newest_only(bruno, monkeypatch):
    monkeypatch.setattr("requests_log.selectors.filters.MOST_FOUND", 2)
    newest = [make_request(bruno) for _ in range(3)][1:]
    words = words_of("seguidores", clients=[])
    marta = bruno.consultant
    assert list(filtered(marta, Filters(words=words)).order_by("pk")) == newest
    assert filtered(marta, Filters(words=words), all_found=True).count() == 3
    assert filtered(marta, Filters(words=words, stage="logged")).count() == 3
