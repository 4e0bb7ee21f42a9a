import pytest

from consultancy.strategy_changes import Change, changes_between
from consultancy.strategy_file import strategy_from_fields
from tests.people import STRATEGY

HOUSE = {"decision": "Sin rebajas", "keywords": ["rebaja"]}


def between(before, after):
    return changes_between(
        strategy_from_fields(STRATEGY | before), strategy_from_fields(STRATEGY | after)
    )


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (
            {"goals": ["sales"]},
            {"goals": ["sales", "leads"]},
            Change("goals", (("leads", ""),), (), ()),
        ),
        (
            {"channels": {"x": 1, "facebook": 2}},
            {"channels": {"facebook": 3}},
            Change("channels", (), (("x", "1"),), (("facebook", "2", "3"),)),
        ),
        (
            {},
            {"monthly_budget": {"amount": "350.50", "currency": "GBP"}},
            Change("monthly_budget", (), (), (("", "300 EUR", "350.5 GBP"),)),
        ),
        (
            {"lead_time_days": 0},
            {"lead_time_days": None},
            Change("lead_time_days", (), (("", "0"),), ()),
        ),
        (
            {},
            {"audience": {"ages": [18, 30], "who": "vecinos"}},
            Change("audience", (("who", "vecinos"), ("ages", "18-30")), (), ()),
        ),
        (
            {"house_decisions": [HOUSE]},
            {"house_decisions": [HOUSE | {"keywords": ["rebaja", "2x1"]}]},
            Change(
                "house_decisions", (), (), (("Sin rebajas", "rebaja", "rebaja, 2x1"),)
            ),
        ),
        (
            {},
            {"tone": {"register": "formal"}},
            Change(
                "tone",
                (),
                (("address", "tu"), ("emoji", "few"), ("humour", "yes")),
                (("register", "neutral", "formal"),),
            ),
        ),
    ],
)
def test_what_one_field_gained_lost_and_altered(before, after, change):
    assert between(before, after) == (change,)


@pytest.mark.parametrize(
    "same",
    [
        {},
        {"goals": ["loyalty", "sales"]},
        {"name": "Otro nombre", "id": "otro", "sector": "otra cosa"},
        {"monthly_budget": {"amount": "300.00", "currency": "EUR"}},
        {"topics": ["herramientas ", " bricolaje"]},
        {"channels": {"facebook": 2, "instagram": 3}},
    ],
)
def test_order_writing_and_name_are_no_difference(same):
    assert between({}, same) == ()
