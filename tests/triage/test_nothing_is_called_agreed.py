"""A rule does not know whether the strategy was agreed or only noted: what it says
stands in letters, and there "agreed" takes proof."""

import re
from dataclasses import replace

import pytest

from requests_log.selectors.rulebook import rulebook
from requests_log.triage.rulebook import Rule

AGREED = re.compile(r"agreed|acord(ad|am|ó|ar)|pactad", re.IGNORECASE)
RULES = [rule for rule in rulebook().rules if rule.verdict == "off_strategy"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_no_rule_says_that_something_was_agreed(rule: Rule) -> None:
    said = repr(replace(rule, examples=(), when=(), unless=(), example_strategy=None))
    assert AGREED.findall(said) == []
