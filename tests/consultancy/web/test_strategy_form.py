from datetime import date

import pytest

from consultancy.strategy_file import strategy_from_fields
from consultancy.web.strategy_form import StrategyForm
from consultancy.web.strategy_form_values import form_values
from tests.people import STRATEGY

SEVERAL = ("goals", "languages", "markets")
TODAY = date(2026, 11, 22)
FULL = STRATEGY | {
    "audience": {"ages": [25, 60], "who": "vecinos"},
    "topics_excluded": ["política"],
    "promotional_share_max": 30,
    "house_decisions": [
        {"decision": "Sin descuentos", "keywords": ["descuento", "2x1"]},
        {"decision": "Solo fotos propias"},
    ],
}


def typed(fields):
    """What a browser sends for a form filled with the strategy."""
    values = form_values(strategy_from_fields(fields))
    return {
        name: "\n".join(value) if isinstance(value, list | tuple) else value
        for name, value in values.items()
        if value not in (None, "")
    } | {several: list(fields[several]) for several in SEVERAL}


@pytest.fixture
def form(bruno):
    def form(data, **more):
        return StrategyForm(data, client=bruno, today=TODAY, **more)

    return form


def test_a_strategy_survives_the_form(form):
    filled = form(typed(FULL))
    assert filled.is_valid(), filled.errors
    expected = strategy_from_fields(
        FULL | {"id": "strategy", "name": "Ferretería Bruno", "sector": "ferretería"}
    )
    assert filled.strategy == expected


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("age_to", "10"),
        ("budget", "-1"),
        ("budget", "mucho"),
        ("lead_time_days", "900"),
        ("promotional_share_max", "120"),
        ("register", "chulesco"),
        ("channel_instagram", "99"),
        ("goals", "dominar el mundo"),
        ("languages", "xx"),
        ("markets", "Marte"),
    ],
)
def test_a_wrong_value_is_said_beside_its_field(form, field, value):
    refused = form(typed(FULL) | {field: value})
    assert not refused.is_valid()
    assert list(refused.errors) == [field]


def test_a_currency_that_is_none_is_said(form):
    refused = form(typed(FULL) | {"currency": "€€"})
    assert "currency" in refused.errors


@pytest.mark.parametrize(
    "line",
    [
        "Sin descuentos: rebaja, 2x1",
        "Sin descuentos:rebaja, 2x1",
        "Sin descuentos : rebaja, 2x1",
    ],
)
def test_words_after_a_colon_are_shown_as_they_are_to_be_written(form, line):
    refused = form(typed(FULL) | {"house_decisions": line})
    assert not refused.is_valid()
    assert list(refused.errors) == ["house_decisions"]
    assert "Sin descuentos | rebaja, 2x1" in refused.errors["house_decisions"][0]


@pytest.mark.parametrize(
    "line", ["Nunca antes de las 10:30", "Se enlaza https://a.example", "Sin rebajas:"]
)
def test_not_every_colon_is_asked_about(form, line):
    filled = form(typed(FULL) | {"house_decisions": line})
    assert filled.is_valid(), filled.errors
    assert [h.decision for h in filled.strategy.house_decisions] == [line]


def test_a_colon_may_be_part_of_a_decision(form):
    said = [{"decision": "Tono: el de la casa"}]
    again = typed(FULL | {"house_decisions": said})
    assert again["house_decisions"] == "Tono: el de la casa |"
    filled = form(again)
    assert filled.is_valid(), filled.errors
    (house,) = filled.strategy.house_decisions
    assert (house.decision, house.keywords) == ("Tono: el de la casa", ())


def test_what_a_file_said_and_no_field_here_knows_is_not_lost(form):
    told = FULL | {
        "channels": {"myspace": 2, "instagram": 60},
        "languages": ["tlh", "es"],
        "markets": ["GB", "Marte"],
    }
    filled = form(typed(told), initial=form_values(strategy_from_fields(told)))
    assert filled.is_valid(), filled.errors
    assert filled.strategy.channels == {"myspace": 2, "instagram": 60}
    assert filled.strategy.languages == ("tlh", "es")
    assert filled.strategy.markets == ("GB", "Marte")


def test_thirty_long_topics_are_taken(form):
    topics = [f"{n} " + "a" * 296 for n in range(30)]
    filled = form(typed(FULL) | {"topics": "\n".join(topics)})
    assert filled.is_valid(), filled.errors
    assert list(filled.strategy.topics) == topics


def test_channels_that_are_used_come_first(form):
    shown = form(None, initial=form_values(strategy_from_fields(FULL)))
    used = [field.name for field in shown.channels_used()]
    assert used == ["channel_instagram", "channel_facebook", "channel_tiktok"]
    assert "channel_x" in [field.name for field in shown.channels_unused()]
