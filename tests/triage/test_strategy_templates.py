"""The templates and the rules: what is decided is heard, what is daily work is not."""

import pytest
from django.conf import settings

from consultancy.strategy_templates import LANGUAGES, load_templates
from requests_log.selectors.rulebook import rulebook
from requests_log.triage.engine import triage

TEMPLATES = load_templates(settings.SEEDS_DIR / "strategies")
BROKEN = [
    (template, language, house)
    for template in TEMPLATES
    for language in LANGUAGES
    for house in template.strategies[language].house_decisions
]
POST = {"es": "Publica un post con {} esta semana", "en": "Publish a post with {} now"}
DAILY = {
    "es": "Publica la foto del equipo que te paso",
    "en": "Please post the photo of the team I sent you",
}


def name_of(value):
    return getattr(value, "code", getattr(value, "decision", value))


def findings(template, language, text):
    strategy = template.strategies[language]
    return triage(
        text,
        strategy=strategy,
        wanted_in_days=None,
        language=language,
        rulebook=rulebook(),
    ).findings


@pytest.mark.parametrize(("template", "language", "house"), BROKEN, ids=name_of)
def test_a_house_decision_is_heard_by_its_first_keyword(template, language, house):
    text = POST[language].format(house.keywords[0])
    found = findings(template, language, text)
    assert house.decision in [finding.strategy_line for finding in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_daily_work_meets_no_objection(template, language):
    assert findings(template, language, DAILY[language]) == ()
