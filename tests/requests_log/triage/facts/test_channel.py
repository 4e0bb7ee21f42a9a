import pytest

from tests.requests_log.triage.facts.conftest import Lines

PLAN = {"channels": {"instagram": 3}, "channels_excluded": ["tiktok"]}


@pytest.mark.parametrize(
    "text",
    [
        "Abramos un TikTok con los vídeos del taller",
        "You've no business till you're on TikTok. Start us a page there",
        "Mi sobrino dice que lo de ahora es TikTok. Ábranos la cuenta",
    ],
)
def test_a_channel_left_out_is_heard(text: str, broken_lines: Lines) -> None:
    assert broken_lines(text, **PLAN) == ["tiktok"]


@pytest.mark.parametrize(
    "text",
    [
        "Lo vi en TikTok y me pareció gracioso",
        "Publica el truco en Instagram, que a la gente le llega por TikTok",
    ],
)
def test_a_channel_as_a_source_is_not(text: str, broken_lines: Lines) -> None:
    assert broken_lines(text, **PLAN) == []
