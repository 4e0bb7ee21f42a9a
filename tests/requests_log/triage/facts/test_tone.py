import pytest

from tests.requests_log.triage.facts.conftest import Lines


def test_a_sample_between_quotes_tells_the_tone(broken_lines: Lines) -> None:
    text = 'Publica algo así: "holi, qué mola el finde"'
    assert broken_lines(text, tone={"register": "formal"}) == ["register: formal"]


def test_the_client_s_own_slang_is_no_request(broken_lines: Lines) -> None:
    text = "wey, publica la foto del jueves"
    assert broken_lines(text, tone={"register": "formal"}) == []


def test_plenty_of_emoji_is_heard_and_one_of_the_client_s_is_not(
    broken_lines: Lines,
) -> None:
    tone = {"emoji": "none"}
    assert broken_lines("Publica con loads of 🎉🔥", tone=tone)
    assert broken_lines("Publica la foto 🎉", tone=tone) == []


def test_memes_do_not_fit_a_brand_without_humour(broken_lines: Lines) -> None:
    assert broken_lines("Haz un memecito cada lunes", tone={"humour": "no"})


@pytest.mark.parametrize("emoji", ["✨⭐", "❤️", "☀️✅", "🇪🇸"])
def test_an_emoji_is_one_wherever_its_block_stands(
    emoji: str, broken_lines: Lines
) -> None:
    assert broken_lines(f"Publica con loads of {emoji}", tone={"emoji": "none"})
    assert not broken_lines("Publica con loads of 𠮷", tone={"emoji": "none"})
