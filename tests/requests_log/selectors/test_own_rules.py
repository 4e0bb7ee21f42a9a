from dataclasses import replace
from datetime import timedelta

import pytest

from requests_log.models import OwnRuleVersion
from requests_log.selectors.own_rules import (
    own_rule_of,
    rule_said,
    rulebook_for,
    rules_taken_along,
)
from requests_log.selectors.rulebook import rulebook
from requests_log.triage.own_rule import Heard, Way
from tests.people import NOW, make_request
from tests.requests_log.own_rules import ASKS, write_rule
from tests.requests_log.triage.own_rules import NO_PRICES, own_rule


def test_without_own_rules_the_shipped_book_is_used_as_it_is(bruno):
    assert rulebook_for(bruno) is rulebook()


def test_a_version_is_compiled_once_a_process(
    bruno, marta, django_assert_num_queries, monkeypatch
):
    first = write_rule(marta)
    book = rulebook_for(bruno)
    with django_assert_num_queries(1):
        assert rulebook_for(bruno) is book
    assert book.lexicon is rulebook().lexicon
    write_rule(marta, row=first.rule, factor="needs")
    assert rulebook_for(bruno).fingerprint != book.fingerprint


def test_a_rule_says_what_it_said_in_that_version_or_then(marta, nadia):
    first = write_rule(marta)
    code = first.rule.code
    later = NOW + timedelta(hours=1)
    write_rule(marta, row=first.rule, verdict="bad_practice", at=later)
    assert rule_said(marta, code).verdict == "bad_practice"
    assert rule_said(marta, code, number=1).verdict == "off_strategy"
    assert rule_said(marta, code, until=NOW).version == 1
    assert rule_said(nadia, code) is None
    assert rule_said(marta, "spam").version is None


@pytest.mark.parametrize(
    "code", ["own-", "own-x", "own-²", "own-" + "9" * 30, "own-99999", "owl-1", ""]
)
def test_a_code_that_is_none_is_nobody_s(marta, code):
    write_rule(marta)
    assert own_rule_of(marta, code) is None


def test_what_is_taken_along_names_clients(bruno, marta):
    write_rule(marta, clients=[bruno.pk])
    assert rules_taken_along(marta) == [own_rule(clients=("Ferretería Bruno",))]


@pytest.mark.parametrize(
    "fields", [{}, {"verdict": "off_strategy"}, [], None, {"when": "x" * 99}]
)
def test_what_cannot_be_read_any_more_is_left_out(bruno, marta, fields):
    row = write_rule(marta)
    OwnRuleVersion.objects.filter(pk=row.pk).update(
        fields=fields or {}, digest="another"
    )
    assert make_request(bruno, ASKS).verdict == "fine"
    assert rule_said(marta, row.rule.code) is None
    assert rules_taken_along(marta) == []


def test_a_rule_on_an_idea_that_is_gone_leaves_the_rest_speaking(bruno, marta):
    write_rule(marta)
    gone = Way((Heard((), ("moonlight",)),))
    write_rule(marta, when=(gone,), es=replace(NO_PRICES, name="Luna"))
    assert make_request(bruno, ASKS).verdict == "off_strategy"


def test_a_rule_for_clients_who_are_gone_is_for_nobody(bruno, marta, browser_of):
    row = write_rule(marta, clients=[bruno.pk])
    OwnRuleVersion.objects.filter(pk=row.pk).update(clients=[bruno.pk + 9])
    assert rules_taken_along(marta) == []
    assert make_request(bruno, ASKS).verdict == "fine"
    address = f"/rules/{row.rule.code}/"
    page = browser_of(marta).get(address).context["page"]
    assert (page.clients, page.version.clients) == ([], [bruno.pk + 9])
    OwnRuleVersion.objects.filter(pk=row.pk).update(clients=[bruno.pk, bruno.pk + 9])
    (taken,) = rules_taken_along(marta)
    assert taken.clients == ("Ferretería Bruno",)
