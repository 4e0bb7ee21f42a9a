from datetime import timedelta

import pytest

from requests_log.actions.confirm_verdict import confirm_verdict
from requests_log.actions.drop import drop
from requests_log.actions.record_decision import record_decision
from requests_log.models import ClientRequest
from requests_log.selectors import kin
from requests_log.selectors.kin import asked_before, kin_of, worst_rules
from requests_log.selectors.request_page import request_of
from tests.people import (
    ADVICE,
    BUYS_FOLLOWERS,
    NOW,
    WANTS_TIKTOK,
    answer,
    make_advised,
    make_client,
    make_consultant,
    make_request,
    object_to,
)
from tests.requests_log.actions.test_split_request import MESSAGE, split

RULE = "fake_engagement"
CLEAN = "Sube la foto del escaparate a Instagram el lunes."


def earlier(request, *, days):
    """Have it asked some days before."""
    at = NOW - timedelta(days=days)
    ClientRequest.objects.filter(pk=request.pk).update(received_at=at)
    return request


def look(request, *rules):
    row = request_of(request.consultant, request.pk)
    return kin_of(row, rules=rules or [RULE])


@pytest.fixture
def asked(bruno):
    return make_request(bruno)


def test_what_the_client_asked_before_is_newest_first_and_three_at_most(bruno, asked):
    rows = [earlier(make_request(bruno), days=days) for days in (9, 3, 7, 5)]
    found = look(asked)
    shown = [each.pk for each in found.earlier]
    assert shown == [rows[1].pk, rows[3].pk, rows[2].pk]
    assert found.has_more
    assert found.rule == RULE


def test_each_tells_what_was_advised_and_how_it_ended(bruno, asked):
    before = earlier(make_advised(bruno), days=3)
    record_decision(before, answer=answer(), at=NOW)
    (found,) = look(asked).earlier
    assert found.advised == ADVICE.alternatives[0]
    assert found.letter == "2026-0001"
    assert found.ended


@pytest.mark.parametrize("stage", list(kin.Stage))
def test_every_stage_has_an_ending_in_words(bruno, asked, stage):
    before = earlier(make_request(bruno), days=3)
    ClientRequest.objects.filter(pk=before.pk).update(stage=stage)
    assert look(asked).earlier[0].ended.endswith(".")


def test_what_came_later_or_from_another_rule_or_was_set_aside_is_not_earlier(
    bruno, asked
):
    earlier(make_request(bruno), days=-2)
    earlier(make_request(bruno, WANTS_TIKTOK), days=2)
    earlier(make_request(bruno, "No compres seguidores, por favor"), days=2)
    assert look(asked).earlier == []


def test_a_rule_the_consultant_objected_by_himself_counts(bruno, asked):
    before = earlier(make_request(bruno, CLEAN), days=3)
    confirm_verdict(
        before,
        verdict="bad_practice",
        reason="Lo conozco de otros clientes.",
        own_rule=RULE,
        at=NOW,
    )
    assert [each.pk for each in look(asked).earlier] == [before.pk]


def test_other_clients_are_counted_where_the_consultant_objected(marta, bruno, asked):
    ana = make_client(marta, "Horno La Espiga")
    object_to(make_request(ana))
    make_request(ana)  # not confirmed
    object_to(make_request(ana, CLEAN), "bad_practice")  # by that rule, of his own
    drop(make_request(ana), reason="Ya no lo quiere nadie.", at=NOW)
    own = object_to(earlier(make_request(bruno), days=1))
    found = look(asked)
    assert found.elsewhere == 2
    assert [each.pk for each in found.earlier] == [own.pk]


def test_a_request_is_counted_once_whatever_spoke(marta, asked):
    ana = make_client(marta, "Horno La Espiga")
    row = object_to(make_request(ana))
    row.confirmation.own_rule = RULE
    row.confirmation.save()
    assert look(asked).elsewhere == 1


def test_two_findings_of_one_request_count_once(marta, asked):
    row = object_to(make_request(make_client(marta, "Horno La Espiga")))
    finding = row.triage.findings.get(rule=RULE)
    finding.pk, finding.position = None, 9
    finding.save()
    assert look(asked).elsewhere == 1


def test_the_count_stops_where_nobody_reads_on(marta, asked, monkeypatch):
    monkeypatch.setattr(kin, "ENOUGH", 1)
    ana = make_client(marta, "Horno La Espiga")
    for _ in range(3):
        object_to(make_request(ana))
    assert look(asked).elsewhere == 2
    assert look(asked).more_than_counted


def test_another_consultant_s_requests_are_neither_shown_nor_counted(asked):
    nadia = make_consultant("Nadia Ferri", "nadia@example.com")
    object_to(earlier(make_request(make_client(nadia)), days=3))
    found = look(asked)
    assert (found.earlier, found.elsewhere) == ([], 0)


def test_the_parts_of_a_message_stand_in_its_order_and_are_no_earlier_requests(bruno):
    before = earlier(make_request(bruno), days=3)
    rows = split(make_request(bruno, MESSAGE), BUYS_FOLLOWERS, WANTS_TIKTOK)
    first, second = (row for row in rows if row.pk != before.pk)
    found = look(second, "channel")
    assert [part.pk for part in found.parts] == [first.pk, second.pk]
    assert (found.number, found.earlier) == (2, [])
    assert [each.pk for each in look(first).earlier] == [before.pk]


def test_one_of_several_rules_is_enough_and_the_list_is_of_the_one_they_share(
    bruno, asked
):
    earlier(make_request(bruno), days=3)
    found = look(asked, "price_deception", RULE)
    assert (len(found.earlier), found.rule) == (1, RULE)


def test_what_is_still_typed_shows_what_the_client_asked_before(bruno):
    before = earlier(make_advised(bruno), days=3)
    earlier(make_request(bruno), days=-3)
    (found,) = asked_before(bruno, rules=[RULE], until=NOW)
    assert (found.pk, found.advised) == (before.pk, ADVICE.alternatives[0])


def test_the_rules_of_the_verdict_are_those_that_said_the_worst(bruno):
    request = make_request(bruno, f"{BUYS_FOLLOWERS}. {WANTS_TIKTOK}")
    held = list(request.triage.findings.filter(set_aside=False).order_by("position"))
    assert {row.verdict for row in held} == {"bad_practice", "off_strategy"}
    assert RULE in worst_rules(held)
    assert "channel" not in worst_rules(held)


def test_a_whole_message_has_no_parts(asked):
    assert look(asked).parts == []


@pytest.mark.parametrize(("rules", "queries"), [([], 0), ([RULE], 1)])
def test_it_takes_one_query_at_most(
    bruno, asked, rules, queries, django_assert_num_queries
):
    earlier(make_advised(bruno), days=3)
    row = request_of(asked.consultant, asked.pk)
    with django_assert_num_queries(queries):
        kin_of(row, rules=rules)


def test_only_so_many_of_the_client_s_newest_are_looked_at(bruno, asked, monkeypatch):
    monkeypatch.setattr(kin, "MOST_LOOKED_AT", 2)
    old = earlier(make_request(bruno), days=9)
    assert [each.pk for each in look(asked).earlier] == [old.pk]
    earlier(make_request(bruno, CLEAN), days=3)
    assert look(asked).earlier == []
