from datetime import date

import pytest
from django.utils import translation

from consultancy.strategy_file import strategy_from_fields
from requests_log.selectors.strategy_lines import (
    field_name,
    line_sentence,
    readable,
    strategy_summary,
)
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


def test_a_line_says_its_field_and_date():
    with translation.override("en"):
        sentence = line_sentence(
            "channels_excluded", "tiktok", on=date(2026, 3, 3), agreed=True
        )
    assert sentence == "Channels left out: TikTok (agreed on 3 March 2026)."


def test_without_proof_a_line_was_noted():
    with translation.override("en"):
        sentence = line_sentence("markets", "ES", on=date(2026, 3, 3), agreed=False)
    assert "noted by the consultant" in sentence
    assert "agreed" not in sentence


def test_the_summary_is_silent_where_the_strategy_is():
    with translation.override("es"):
        said = dict(strategy_summary(strategy_from_fields(STRATEGY)))
        assert said[field_name("monthly_budget")] == "300 EUR"
        assert field_name("house_decisions") not in said
