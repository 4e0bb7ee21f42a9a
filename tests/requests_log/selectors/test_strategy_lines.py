from datetime import date

from django.utils import translation

from requests_log.selectors.strategy_lines import line_sentence


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
