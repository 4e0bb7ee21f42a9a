import pytest
from django.utils import translation

from requests_log.forms.rule_choices import rule_choices
from requests_log.selectors.rulebook import rulebook


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_rule_is_offered_once_under_its_verdict(language):
    with translation.override(language):
        groups = rule_choices()
    titles = {rule.code: rule.title[language] for rule in rulebook().rules}
    offered = [choice for _verdict, choices in groups for choice in choices]
    assert dict(offered) == titles
    assert len(offered) == len(titles)
