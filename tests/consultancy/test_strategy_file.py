import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultancy.strategy_file import (
    Audience,
    HouseDecision,
    Money,
    Strategy,
    StrategyFileError,
    Tone,
    read_strategies,
    strategy_from_fields,
    strategy_to_fields,
    write_strategies,
)

ANA = Strategy(
    id="ana",
    name="Panadería Ana «la buena» 🥖",
    sector="bakery",
    languages=("es", "no"),
    markets=("ES",),
    goals=("sales",),
    audience=Audience((25, 60), "vecinas del barrio"),
    channels={"instagram": 3, "x": 0},
    channels_excluded=("tiktok",),
    topics=("pan",),
    topics_excluded=("010", "2026-11-22"),
    tone=Tone("neutral", "tu", "few", "no"),
    monthly_budget=Money(Decimal("6000.50"), "MXN"),
    lead_time_days=3,
    promotional_share_max=25,
    house_decisions=(HouseDecision("Sin descuentos", ("% off", "2x1")),),
)
READABLE = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn")), min_size=1
).filter(lambda text: text.strip())


def refused(text: str) -> StrategyFileError:
    with pytest.raises(StrategyFileError) as caught:
        read_strategies(text)
    return caught.value


def test_what_is_written_is_read_back_the_same() -> None:
    bruno = Strategy(id="bruno", name="Bruno")
    assert read_strategies(write_strategies([ANA, bruno])) == (ANA, bruno)


def test_the_written_file_can_be_read_by_a_person() -> None:
    assert "Panadería Ana «la buena»" in write_strategies([ANA])


def test_the_stored_fields_survive_json() -> None:
    fields = json.loads(json.dumps(strategy_to_fields(ANA)))
    assert strategy_from_fields(fields) == ANA


@given(READABLE, READABLE)
def test_any_readable_text_makes_the_round_trip(name: str, topic: str) -> None:
    strategy = Strategy(id="x", name=name, topics=(topic,))
    assert read_strategies(write_strategies([strategy])) == (strategy,)


def test_the_older_euro_budget_is_read() -> None:
    (strategy,) = read_strategies("- {id: a, name: b, monthly_budget_eur: 400}")
    assert strategy.monthly_budget == Money(Decimal(400), "EUR")


def test_a_null_address_is_nothing_agreed() -> None:
    (strategy,) = read_strategies("- {id: a, name: b, tone: {address: null}}")
    assert strategy.tone.address is None


def test_text_that_looks_like_something_else_stays_text() -> None:
    (strategy,) = read_strategies("- {id: 010, name: no, topics: [2026-11-22, yes]}")
    assert (strategy.id, strategy.name) == ("010", "no")
    assert strategy.topics == ("2026-11-22", "yes")


def test_an_unknown_field_names_its_line_and_what_was_expected() -> None:
    error = refused("- id: a\n  name: b\n  colour: red\n")
    assert (error.line, error.field, error.problem) == (3, "colour", "unknown_field")
    assert "sector" in error.expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        ("id: a", "not_a_list"),
        ("- a", "not_fields"),
        ("- {name: b}", "missing"),
        ("- {id: a, id: b, name: c}", "duplicate_key"),
        ("- {id: a, name: b}\n- {id: a, name: c}", "repeated"),
        ("- &x {id: a, name: b}", "alias"),
        ("- !!python/name:os.system {id: a}", "tag"),
        ("- {id: a, name: b, lead_time_days: 010}", "not_a_number"),
        ("- {id: a, name: b, lead_time_days: -1}", "not_a_number"),
        ('- {id: a, name: b, lead_time_days: "3"}', "not_a_number"),
        (f"- {{id: a, name: b, lead_time_days: {'9' * 5_000}}}", "not_a_number"),
        ("- {id: a, name: b, lead_time_days: 03}", "not_a_number"),
        ("- {id: a, name: b, monthly_budget_eur: 1E-999999999}", "not_an_amount"),
        ("- {id: a, name: b, monthly_budget_eur: -5}", "not_an_amount"),
        (f"- {{id: a, name: b, monthly_budget_eur: 0.{'0' * 99}1}}", "not_an_amount"),
        ("- {id: a, name: b, monthly_budget_eur: 1000000001}", "not_an_amount"),
        ("{" * 500 + "a" + "}" * 500, "key_not_text"),
        ("- {id: a, name: b, promotional_share_max: 101}", "not_a_number"),
        ("- {id: a, name: b, audience: {ages: [40]}}", "not_two_ages"),
        ("- {id: a, name: b, audience: {ages: [40, 30]}}", "ages_reversed"),
        ("- {id: a, name: b, tone: {humour: maybe}}", "unknown_choice"),
        ("- {id: a, name: b, monthly_budget: {amount: 5}}", "missing"),
        (
            "- {id: a, name: b, monthly_budget: {amount: nan, currency: EUR}}",
            "not_an_amount",
        ),
        (
            "- {id: a, name: b, monthly_budget: {amount: 5, currency: euros}}",
            "not_a_currency",
        ),
        ("- {id: a, name: b, house_decisions: [{keywords: [x]}]}", "missing"),
        ("- {id: a, name: b, topics: pan}", "not_a_list"),
        ('- {id: a, name: "x\\0"}', "unreadable_character"),
        ("- {id: a, name: 'b\x00'}", "unreadable_character"),
        ("- {id: a, name: 'b\ud800'}", "unreadable_character"),
        ("[" * 40, "too_deep"),
        ("- {id: a", "syntax"),
        ("- {id: a, name: b}\n---\n- {id: c, name: d}", "several_documents"),
        (f"- {{id: a, name: {'x' * 501}}}", "not_text"),
        ("#" * 300_000, "too_large"),
    ],
)
def test_a_faulty_file_is_refused(text: str, problem: str) -> None:
    assert refused(text).problem == problem
