import pytest

from consultancy.forms.strategy import StrategyForm
from consultancy.forms.strategy_values import form_values
from consultancy.strategy_file import strategy_from_fields
from tests.people import STRATEGY

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
    } | {"goals": list(fields["goals"])}


def form(data):
    return StrategyForm(data, name="Ferretería Bruno", sector="ferretería")


def test_a_strategy_survives_the_form():
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
        ("agreed_on", "ayer"),
        ("goals", "dominar el mundo"),
    ],
)
def test_a_wrong_value_is_said_beside_its_field(field, value):
    refused = form(typed(FULL) | {field: value})
    assert not refused.is_valid()
    assert list(refused.errors) == [field]


def test_a_currency_that_is_none_is_said():
    refused = form(typed(FULL) | {"currency": "€€"})
    assert "currency" in refused.errors


def test_who_agreed_needs_a_day():
    refused = form(typed(FULL) | {"agreed_by": "Bruno"})
    assert list(refused.errors) == ["agreed_on"]
