import pytest
from django.utils import translation

from consultancy.selectors.strategy_lines import (
    Line,
    change_words,
    field_name,
    readable,
    strategy_lines,
)
from consultancy.strategy_changes import changes_between
from consultancy.strategy_file import strategy_from_fields
from tests.people import STRATEGY


@pytest.mark.parametrize(
    ("field", "line", "said"),
    [
        ("channels_excluded", "tiktok", "TikTok"),
        ("channels", "x 4, google_business 1", "X 4, Google Business 1"),
        ("goals", "sales, community", "ventas, comunidad"),
        ("lead_time_days", "1", "1 día"),
        ("lead_time_days", "4", "4 días"),
        ("promotional_share_max", "30", "30 %"),
        ("tone", "register: formal", "registro: formal"),
        ("languages", "es, ca", "Español, Catalán"),
        ("house_decisions", "Sin rebajas, nunca", "Sin rebajas, nunca"),
        ("channels", "myspace 2", "myspace 2"),
    ],
)
def test_codes_and_numbers_are_said_in_words(field, line, said):
    with translation.override("es"):
        assert readable(field, line).casefold() == said.casefold()


def test_the_summary_is_silent_where_the_strategy_is():
    with translation.override("es"):
        said = dict(strategy_lines(strategy_from_fields(STRATEGY)))
        assert said[field_name("monthly_budget")] == ["300 EUR"]
        assert field_name("house_decisions") not in said


FULL = STRATEGY | {
    "audience": {"ages": [25, 60], "who": "vecinos"},
    "promotional_share_max": 30,
    "house_decisions": [{"decision": "Sin descuentos", "keywords": ["2x1"]}],
}


def test_the_whole_strategy_is_read_item_by_item():
    with translation.override("es"):
        lines = dict(strategy_lines(strategy_from_fields(FULL)))
        assert lines[field_name("goals")] == ["ventas", "fidelización"]
        assert lines[field_name("audience")] == ["vecinos", "de 25 a 60 años"]
        assert lines[field_name("monthly_budget")] == ["300 EUR"]
        assert lines[field_name("lead_time_days")] == ["3 días"]
        assert lines[field_name("promotional_share_max")] == ["30 %"]
        assert lines[field_name("house_decisions")] == ["Sin descuentos (2x1)"]
        assert field_name("topics_excluded") not in lines


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (["ventas", "fidelización"], "ventas, fidelización"),
        (["Sin rebajas, nunca", "Sin sorteos"], "Sin rebajas, nunca; Sin sorteos"),
    ],
)
def test_items_in_one_line_are_told_apart(items, said):
    assert Line("Metas", items).together == said


def test_a_change_is_told_in_words():
    after = STRATEGY | {"channels": {"instagram": 4, "blog": 1}, "lead_time_days": 1}
    changes = changes_between(
        strategy_from_fields(STRATEGY), strategy_from_fields(after)
    )
    with translation.override("es"):
        channels, notice = change_words(changes)
    assert channels.added == ["Blog 1"]
    assert channels.removed == ["Facebook 2"]
    assert channels.altered == [("Instagram 3", "Instagram 4")]
    assert notice.altered == [("3 días", "1 día")]
