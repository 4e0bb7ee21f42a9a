import pytest

from consultancy.models import LedgerEntry
from requests_log.actions.retire_own_rule import restore_own_rule, retire_own_rule
from requests_log.actions.switch_rule import switch_rule_off
from requests_log.errors import RuleNameTaken
from tests.people import NOW, make_request
from tests.requests_log.own_rules import ASKS, write_rule


def test_a_retired_rule_is_silent_until_it_is_taken_up_again(bruno, marta):
    rule = write_rule(marta).rule
    retire_own_rule(rule, at=NOW)
    retire_own_rule(rule, at=NOW)
    assert make_request(bruno, ASKS).verdict == "fine"
    restore_own_rule(rule, at=NOW)
    restore_own_rule(rule, at=NOW)
    assert make_request(bruno, ASKS).verdict == "off_strategy"
    kinds = LedgerEntry.objects.filter(subject=f"rule:{rule.code}").order_by("seq")
    assert list(kinds.values_list("kind", flat=True)) == [
        "own_rule_written",
        "own_rule_retired",
        "own_rule_restored",
    ]


def test_its_name_may_be_another_s_by_then(marta):
    rule = write_rule(marta).rule
    retire_own_rule(rule, at=NOW)
    assert write_rule(marta).rule != rule
    with pytest.raises(RuleNameTaken):
        restore_own_rule(rule, at=NOW)


def test_it_is_switched_off_like_any_rule(bruno, marta):
    code = write_rule(marta).rule.code
    switch_rule_off(marta, rule=code, client=bruno, reason="Ya lo sabe.", at=NOW)
    request = make_request(bruno, ASKS)
    assert request.verdict == "fine"
    assert request.triage.findings.get(rule=code).cue == "switched_off"
