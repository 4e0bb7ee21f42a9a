from dataclasses import replace

import pytest

from requests_log.triage.examples import misbehaving
from requests_log.triage.rulebook import Rulebook, load_rulebook
from tests.requests_log.triage.conftest import SEEDS

CODES = [rule.code for rule in load_rulebook(SEEDS).rules]


@pytest.mark.parametrize("code", CODES)
def test_the_examples_of_a_rule_behave(code: str, rulebook: Rulebook) -> None:
    alone = replace(rulebook, rules=(rulebook.rule(code),))
    assert list(misbehaving(alone)) == []


def test_an_example_that_stays_quiet_is_told(rulebook: Rulebook) -> None:
    rule = rulebook.rule("fake_reviews")
    mute = replace(rulebook, rules=(replace(rule, when=()),))
    assert {case.should_fire for case in misbehaving(mute)} == {True}
