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
        "A customer tagged us on TikTok, please thank her on Instagram",
        "Preguntan por qué no estamos en TikTok, contéstales que atendemos mejor así",
    ],
)
def test_a_channel_as_a_source_is_not(text: str, broken_lines: Lines) -> None:
    assert broken_lines(text, **PLAN) == []


def test_a_channel_may_go_by_what_people_call_it(broken_lines: Lines) -> None:
    text = "Quiere que los subamos a esa app de los bailes, con cuenta propia"
    assert broken_lines(text, **PLAN) == ["tiktok"]


@pytest.mark.parametrize(
    "text",
    [
        "Update the Google listing, we're closed on the 9th and open late on Thursdays",
        "Actualiza el horario en la ficha de Google",
    ],
)
def test_looking_after_a_listing_opens_no_channel(
    text: str, broken_lines: Lines
) -> None:
    assert broken_lines(text, **PLAN) == []
