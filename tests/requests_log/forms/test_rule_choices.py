import pytest
from django.utils import translation

from requests_log.actions.retire_own_rule import retire_own_rule
from requests_log.forms.rule_choices import rule_choices
from requests_log.selectors.rulebook import rulebook
from tests.people import NOW
from tests.requests_log.own_rules import write_rule


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_rule_is_offered_once_under_its_verdict(marta, language):
    with translation.override(language):
        groups = rule_choices(marta)
    titles = {rule.code: rule.title[language] for rule in rulebook().rules}
    offered = [choice for _verdict, choices in groups for choice in choices]
    assert dict(offered) == titles
    assert len(offered) == len(titles)


def test_ones_own_rules_are_offered_too_and_nobody_else_s(marta, nadia):
    code = write_rule(marta).rule.code
    off_strategy = dict(rule_choices(marta)[1][1])
    # Named as one's own, whatever the language.
    assert off_strategy[code].startswith("Nada de precios en los carteles (")
    assert code not in dict(rule_choices(nadia)[1][1])


def test_a_retired_one_is_offered_only_to_look_back(marta):
    version = write_rule(marta)
    retire_own_rule(version.rule, at=NOW)
    assert version.rule.code not in dict(rule_choices(marta)[1][1])
    looking_back = rule_choices(marta, with_retired=True)
    assert version.rule.code in dict(looking_back[1][1])
