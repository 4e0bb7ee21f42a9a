"""What of the strategy a message touches, and the line a weighed finding names."""

import pytest

from consultancy.strategy_file import strategy_from_fields
from requests_log.triage.facts import FACTS, line_of
from requests_log.triage.reading import read

PRICES = {"decision": "No se publican precios", "keywords": ["precio", "tarifa"]}
AGES, BUDGET = {"audience": {"ages": [30, 60]}}, {"monthly_budget_eur": 100}
WHO = {"audience": {"who": "families", "ages": [30, 60]}}
WEEKLY, NO_TIKTOK = {"channels": {"instagram": 3}}, {"channels_excluded": ["tiktok"]}
BOTH = {"channels": {"facebook": 1, "instagram": 3}}
HOUSE, SHARE = {"house_decisions": [PRICES]}, {"promotional_share_max": 20}
SOBER, FORMAL = {"tone": {"humour": "no"}}, {"tone": {"register": "formal"}}
SPANISH, LATE = {"languages": ["es"]}, {"lead_time_days": 5}
SALES, SPAIN = {"goals": ["sales", "leads"]}, {"markets": ["ES"]}
NO_POLITICS = {"topics_excluded": ["fútbol", "política"]}

TOUCHES = [
    ("audience", AGES, "Para chavales de 14 a 16 años", "ages_out"),
    ("audience", AGES, "Es para gente de 40 a 50 años", "ages_in"),
    ("budget", BUDGET, "Mete 300 € en anuncios", "sum_over"),
    ("budget", BUDGET, "Mete 30 € en anuncios", "sum_within"),
    ("cadence", WEEKLY, "Publica 5 posts al día", "rhythm_over"),
    ("cadence", WEEKLY, "Publica 2 posts a la semana", "rhythm_within"),
    ("channel", WEEKLY, "Sube esto a Instagram", "channel_in"),
    ("channel", NO_TIKTOK, "Put it on TikTok", "channel_excluded"),
    ("channel", WEEKLY, "Put it on TikTok", "channel_unlisted"),
    ("goal", SALES, "Hola", "for_sales"),
    ("house_decision", HOUSE, "Pon cuánto cuesta cada uno", "house_theme"),
    ("language", SPANISH, "Publica la foto en inglés", "language_out"),
    ("language", SPANISH, "Could you post the photo?", "written_in_another"),
    ("lead_time", LATE, "Lo quiero para mañana", "day_soon"),
    ("market", SPAIN, "Anúncialo en Francia", "market_out"),
    ("promotional_share", SHARE, "Que el 60 % de los posts vendan", "share_over"),
    ("promotional_share", SHARE, "Que el 10 % de los posts vendan", "share_within"),
    ("tone", SOBER, "Haz un meme con el perro", "tone_against"),
    ("topic", NO_POLITICS, "Habla de las elecciones", "topic_out"),
]
LINES = [
    ("audience", WHO, "audience", "families"),
    ("audience", AGES, "audience", "30-60"),
    ("budget", BUDGET, "monthly_budget", "100 EUR"),
    ("cadence", BOTH, "channels", "instagram 3"),
    ("channel", BOTH, "channels", "facebook 1, instagram 3"),
    ("channel", NO_TIKTOK, "channels_excluded", "tiktok"),
    ("goal", SALES, "goals", "sales, leads"),
    ("house_decision", HOUSE, "house_decisions", "No se publican precios"),
    ("language", SPANISH, "languages", "es"),
    ("lead_time", LATE, "lead_time_days", "5"),
    ("market", SPAIN, "markets", "ES"),
    ("promotional_share", SHARE, "promotional_share_max", "20"),
    ("tone", {"tone": {**FORMAL["tone"], **SOBER["tone"]}}, "tone", "humour: no"),
    ("tone", FORMAL, "tone", "register: formal"),
    ("topic", {"topics": ["huerto", "recetas"]}, "topics", "huerto, recetas"),
    ("topic", NO_POLITICS, "topics_excluded", "política"),
]
MESSAGE = "Un meme en TikTok con el precio y las elecciones"


def strategy_of(fields):
    return strategy_from_fields({"id": "x", "name": "X", **fields})


def reading_of(rulebook, text, days=None):
    return read(text, rulebook.lexicon, rulebook.tongues, wanted_in_days=days)


@pytest.mark.parametrize(("fact", "fields", "text", "touch"), TOUCHES)
def test_a_message_touches_the_strategy(rulebook, fact, fields, text, touch):
    reading = reading_of(rulebook, text)
    assert touch in set(FACTS[fact].touched(reading, strategy_of(fields)))
    assert set(FACTS[fact].touched(reading, strategy_of({}))) == set()


@pytest.mark.parametrize(("days", "touch"), [(2, "wanted_soon"), (9, "wanted_later")])
def test_the_days_wanted_touch_the_notice(rulebook, days, touch):
    reading = reading_of(rulebook, "Hola", days)
    strategy = strategy_of(LATE)
    assert set(FACTS["lead_time"].touched(reading, strategy)) == {touch}


@pytest.mark.parametrize(("fact", "fields", "field", "line"), LINES)
def test_a_weighed_finding_names_an_agreed_line(rulebook, fact, fields, field, line):
    reading = reading_of(rulebook, MESSAGE)
    assert FACTS[fact].line(reading, strategy_of(fields)) == (field, line)
    assert FACTS[fact].line(reading, strategy_of({})) is None


def test_what_keeps_to_the_line_breaks_none(rulebook):
    strategy = strategy_of(BUDGET)
    within, over = (
        reading_of(rulebook, f"Mete {sum_} € en anuncios") for sum_ in (30, 300)
    )
    assert line_of("budget", within, strategy) is None
    assert line_of("budget", over, strategy) == ("monthly_budget", "100 EUR")
