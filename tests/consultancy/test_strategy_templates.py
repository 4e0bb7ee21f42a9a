import pytest
from django.conf import settings

from consultancy.selectors.strategy_words import CHANNELS, GOALS
from consultancy.strategy_templates import LANGUAGES, load_templates, suggested
from consultancy.strategy_values import StrategyFileError

TEMPLATES = load_templates(settings.SEEDS_DIR / "strategies")
BOTH = [(template, language) for template in TEMPLATES for language in LANGUAGES]


def name_of(value):
    return getattr(value, "code", value)


@pytest.mark.parametrize(("template", "language"), BOTH, ids=name_of)
def test_a_template_speaks_in_codes_that_are_known(template, language):
    strategy = template.strategies[language]
    assert set(strategy.goals) <= set(GOALS)
    assert {*strategy.channels, *strategy.channels_excluded} <= set(CHANNELS)
    assert not set(strategy.channels) & set(strategy.channels_excluded)


@pytest.mark.parametrize(("template", "language"), BOTH, ids=name_of)
def test_a_template_is_modest_and_fits_the_form(template, language):
    strategy = template.strategies[language]
    assert sum(strategy.channels.values()) <= 14
    assert 2 <= strategy.lead_time_days <= 7
    assert 10 <= strategy.promotional_share_max <= 40
    assert strategy.topics
    for house in strategy.house_decisions:
        assert house.keywords
        assert not any("|" in part for part in (house.decision, *house.keywords))
        assert not any("," in keyword for keyword in house.keywords)


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_both_languages_decide_alike(template):
    spanish, english = (template.strategies[language] for language in LANGUAGES)
    assert len(spanish.house_decisions) == len(english.house_decisions)
    assert len(spanish.topics) == len(english.topics)
    assert spanish.channels == english.channels


@pytest.mark.parametrize(
    ("sector", "code"),
    [
        ("ferretería", "shop"),
        ("Panadería y pastelería", "restaurant_bar"),
        ("CLINICA dental", "clinic_health"),
        ("casa rural con encanto", "hotel_rural_house"),
        ("Law firm, tax", "law_consultancy"),
        ("estate agency", "real_estate"),
        ("Academia de danza", "school_training"),
    ],
)
def test_the_sector_suggests_where_to_start(sector, code):
    assert suggested(TEMPLATES, sector).code == code


@pytest.mark.parametrize("sector", ["", "zzz", "🙂", "barato", "a" * 5000])
def test_a_sector_nobody_knows_suggests_nothing(sector):
    assert suggested(TEMPLATES, sector) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name: {es: A, en: B}\n",
        "name: {es: A, en: B}\nsectors: [a]\nshared: {x: 1}\nes: {}\nen: {}\n",
        "name: &a {es: A}\nsectors: [a]\nshared: {}\nes: {}\nen: {}\n",
    ],
)
def test_a_faulty_file_is_refused(tmp_path, text):
    (tmp_path / "a.yaml").write_text(text)
    with pytest.raises(StrategyFileError):
        load_templates(tmp_path)
