import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_log.whatsapp import read_copied


@pytest.mark.parametrize(
    ("copied", "at"),
    [
        ("[12/11/26, 10:22] Ana Belda: Hola", "2026-11-12T10:22:00"),
        ("[12/11/26, 10:22:05] Ana Belda: Hola", "2026-11-12T10:22:00"),
        ("[1/2/2026 9:05] Ana Belda: Hola", "2026-02-01T09:05:00"),
        ("12/11/26, 10:22 - Ana Belda: Hola", "2026-11-12T10:22:00"),
        ("12/11/26, 10:22 p. m. - Ana Belda: Hola", "2026-11-12T22:22:00"),
        ("12/11/26, 12:05 AM - Ana Belda: Hola", "2026-11-12T00:05:00"),
        ("\u200e[12/11/26, 10:22:05] Ana Belda: Hola", "2026-11-12T10:22:00"),
    ],
)
def test_a_copied_message_says_who_when_and_what(copied, at):
    read = read_copied(copied)
    assert (read.name, read.at.isoformat(), read.text) == ("Ana Belda", at, "Hola")


def test_several_messages_of_one_person_are_one():
    read = read_copied(
        "[12/11/26, 10:22] Ana: Hola Marta\nqué tal\n"
        "[12/11/26, 10:23] Ana: ¿y un TikTok?"
    )
    assert read.text == "Hola Marta\nqué tal\n¿y un TikTok?"
    assert read.at.isoformat() == "2026-11-12T10:22:00"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hola: ¿me haces un post?",
        "El 12/11/26, 10:22 - quedamos: a las cinco",
        "[99/99/26, 10:22] Ana: Hola",
        "[12/11/26, 29:99] Ana: Hola",
        "Reenviado\n[12/11/26, 10:22] Ana: Hola",
        "[12/11/26, 10:22] Ana: Hola\n[12/11/26, 10:25] Marta: Dime",
    ],
)
def test_any_other_text_is_left_as_it_is(text):
    assert read_copied(text) is None


@given(st.text(max_size=300))
def test_no_text_at_all_upsets_it(text):
    read_copied(text)
    read_copied("[12/11/26, 10:22] Ana: " + text)
