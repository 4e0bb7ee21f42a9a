from dataclasses import replace

import pytest

from consultancy.errors import InstallationReadOnly
from consultancy.models import LedgerEntry
from requests_log.actions.write_own_rule import Draft, bring_own_rules
from requests_log.errors import RuleMovedOn, RuleNameTaken, RulesTooMany
from requests_log.models import OwnRule, OwnRuleVersion
from requests_log.triage.own_rule import MOST_RULES
from tests.people import NOW, make_client, make_request
from tests.requests_log.own_rules import ASKS, write_rule
from tests.requests_log.triage.own_rules import NO_PRICES, own_rule

RENAMED = replace(NO_PRICES, name="Carteles sin precio")


def entries():
    return list(LedgerEntry.objects.filter(kind="own_rule_written").order_by("seq"))


def test_a_new_rule_speaks_from_now_on_in_its_version(bruno, marta):
    before = make_request(bruno, ASKS)
    version = write_rule(marta)
    request = make_request(bruno, ASKS)
    (found,) = request.triage.findings.filter(set_aside=False)
    assert (found.rule, found.rule_version) == (version.rule.code, 1)
    assert found.title["es"] == "Nada de precios en los carteles"
    assert request.verdict == "off_strategy"
    assert request.triage.rulebook != before.triage.rulebook
    assert before.verdict == "fine"
    (entry,) = entries()
    assert entry.subject == f"rule:{version.rule.code}"
    assert entry.payload.content["fields"] == version.fields


def test_an_edit_is_the_next_version_and_findings_keep_theirs(bruno, marta):
    first = write_rule(marta)
    old = make_request(bruno, ASKS)
    second = write_rule(marta, row=first.rule, after=1, verdict="bad_practice")
    new = make_request(bruno, ASKS)
    assert (second.rule, second.number) == (first.rule, 2)
    assert [row.triage.findings.get().rule_version for row in (old, new)] == [1, 2]
    assert [row.verdict for row in (old, new)] == ["off_strategy", "bad_practice"]
    first.refresh_from_db()
    assert first.fields["verdict"] == "off_strategy"
    assert len(entries()) == 2


def test_the_same_sent_twice_changes_nothing(marta):
    first = write_rule(marta)
    assert write_rule(marta) == first
    changed = write_rule(marta, row=first.rule, after=1, verdict="bad_practice")
    again = write_rule(marta, row=first.rule, after=1, verdict="bad_practice")
    assert again == changed
    assert OwnRuleVersion.objects.count() == len(entries()) == 2


def test_of_two_tabs_the_later_one_is_told(marta):
    first = write_rule(marta)
    write_rule(marta, row=first.rule, after=1, verdict="bad_practice")
    with pytest.raises(RuleMovedOn) as caught:
        write_rule(marta, row=first.rule, after=1, factor="needs")
    assert caught.value.number == 2


def test_a_name_is_used_once(marta, nadia):
    write_rule(marta)
    with pytest.raises(RuleNameTaken):
        write_rule(marta, factor="needs")
    other = write_rule(marta, es=RENAMED)
    with pytest.raises(RuleNameTaken):
        write_rule(marta, row=other.rule, factor="needs")
    assert write_rule(nadia, factor="needs").rule.consultant == nadia


def test_it_is_for_the_clients_it_names(bruno, marta):
    other = write_rule(marta, clients=[make_client(marta, "Otra").pk])
    assert make_request(bruno, ASKS).verdict == "fine"
    write_rule(marta, row=other.rule, clients=[bruno.pk])
    assert make_request(bruno, ASKS).verdict == "off_strategy"


def test_rules_of_one_s_own_do_not_speak_for_others(bruno, nadia):
    write_rule(nadia)
    assert make_request(bruno, ASKS).verdict == "fine"


def test_there_is_room_for_so_many(marta):
    some = [
        Draft(own_rule(es=replace(NO_PRICES, name=f"Regla {number}")))
        for number in range(MOST_RULES)
    ]
    assert bring_own_rules(marta, drafts=some, at=NOW) == MOST_RULES
    with pytest.raises(RulesTooMany):
        write_rule(marta)
    assert OwnRule.objects.count() == len(entries()) == MOST_RULES


def test_and_for_as_much_as_a_file_may_hold(marta):
    long = replace(NO_PRICES, why="largo " * 499, reply="largo " * 499)
    rules = [own_rule(es=replace(long, name=f"Regla {n}")) for n in range(12)]
    with pytest.raises(RulesTooMany):
        bring_own_rules(marta, drafts=[Draft(rule) for rule in rules], at=NOW)
    assert not OwnRule.objects.exists()


def test_what_is_brought_changes_the_rule_of_its_name(marta):
    write_rule(marta)
    drafts = [Draft(own_rule(factor="needs")), Draft(own_rule(es=RENAMED))]
    assert bring_own_rules(marta, drafts=drafts, at=NOW) == 2
    assert bring_own_rules(marta, drafts=drafts, at=NOW) == 0
    assert sorted(OwnRule.objects.values_list("number", flat=True)) == [1, 2]


def test_without_the_secret_nothing_is_written(marta, settings):
    settings.SIGNING_SECRET = None
    with pytest.raises(InstallationReadOnly):
        write_rule(marta)
    assert not OwnRule.objects.exists()
