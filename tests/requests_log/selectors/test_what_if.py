from datetime import UTC, timedelta

import pytest

from consultancy.selectors.clients import strategy_in_force
from consultancy.strategy_file import strategy_from_fields
from requests_log.models import ClientRequest, Finding, Triage
from requests_log.selectors import what_if as module
from requests_log.selectors.what_if import what_if
from tests.people import (
    BUYS_FOLLOWERS,
    NOW,
    STRATEGY,
    WANTS_TIKTOK,
    make_client,
    make_request,
)

WITH_TIKTOK = {"channels": {"instagram": 3, "tiktok": 7}, "channels_excluded": []}


def asked(client, **changes):
    strategy = strategy_from_fields(STRATEGY | changes)
    version = strategy_in_force(client)
    return what_if(client, strategy, version=version, zone=UTC)


def test_a_request_that_would_meet_no_objection_is_listed(bruno):
    request = make_request(bruno, WANTS_TIKTOK)
    make_request(bruno, BUYS_FOLLOWERS)
    answer = asked(bruno, **WITH_TIKTOK)
    assert (answer.read, answer.count) == (2, 1)
    assert answer.turns == [("off_strategy", "fine", 1)]
    (shift,) = answer.shifts
    assert shift.request == request
    assert any("TikTok" in reason.quotes[0] for reason in shift.before.reasons)
    assert shift.after.reasons == []


def test_what_was_judged_stays_as_it_was(bruno):
    request = make_request(bruno, WANTS_TIKTOK)
    before = [*Triage.objects.values(), *Finding.objects.values()]
    asked(bruno, **WITH_TIKTOK)
    request.refresh_from_db()
    assert request.verdict == "off_strategy"
    assert [*Triage.objects.values(), *Finding.objects.values()] == before


def test_a_strategy_that_says_the_same_reads_nothing(bruno):
    make_request(bruno, WANTS_TIKTOK)
    answer = asked(bruno, goals=["loyalty", "sales"])
    assert answer.nothing_changed
    assert answer.read == 0


def test_bad_practice_stays_bad_practice(bruno):
    make_request(bruno, BUYS_FOLLOWERS)
    assert asked(bruno, **WITH_TIKTOK).count == 0


def test_a_line_worded_anew_moves_nothing(bruno):
    make_request(bruno, WANTS_TIKTOK)
    assert asked(bruno, channels_excluded=["tiktok", "x"]).count == 0


def test_the_first_strategy_of_a_client_is_held_against_none(marta):
    client = make_client(marta, "Otra")
    make_request(client, WANTS_TIKTOK)
    assert asked(client).turns == [("fine", "off_strategy", 1)]


def test_other_clients_requests_are_not_read(marta, bruno):
    make_request(make_client(marta, "Otra"), WANTS_TIKTOK)
    assert asked(bruno, **WITH_TIKTOK).read == 0


def test_the_days_left_are_those_of_the_day_it_came_in(bruno):
    request = make_request(bruno, "Sube esta foto del taladro nuevo a Instagram")
    wanted_on = NOW.date() + timedelta(days=2)
    ClientRequest.objects.filter(pk=request.pk).update(wanted_on=wanted_on)
    assert asked(bruno, lead_time_days=4).count == 0
    assert asked(bruno, lead_time_days=1).turns == [("off_strategy", "fine", 1)]


@pytest.mark.parametrize(
    ("cap", "most", "read"), [("MOST_READ", 2, 2), ("MOST_CHARACTERS", 100, 2)]
)
def test_a_cap_is_said(bruno, monkeypatch, cap, most, read):
    for _ in range(4):
        make_request(bruno, WANTS_TIKTOK)
    monkeypatch.setattr(module, cap, most)
    answer = asked(bruno, **WITH_TIKTOK)
    assert (answer.read, answer.left_out) == (read, True)


def test_more_than_are_listed_are_counted(bruno, monkeypatch):
    for _ in range(4):
        make_request(bruno, WANTS_TIKTOK)
    monkeypatch.setattr(module, "MOST_SHOWN", 1)
    answer = asked(bruno, **WITH_TIKTOK)
    assert (answer.count, len(answer.shifts), answer.unlisted) == (4, 1, 3)
