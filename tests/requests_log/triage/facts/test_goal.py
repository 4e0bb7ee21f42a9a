import pytest

from tests.requests_log.triage.facts.conftest import Lines

GOALS = ["bookings", "community", "support"]


@pytest.mark.parametrize(
    "text",
    [
        "Deje de contestar los mensajes, a todos por igual",
        "Don't reply to anybody, ever",
        "Quite el botón de reservar y el teléfono",
        "Take the booking link off the profile, please: remove the booking link",
        "Quiero que nos hagamos virales aunque no compren",
        "Get us a million views, I don't care if anybody books",
        "La prioridad es fichar personal",
    ],
)
def test_work_against_the_goals_is_heard(text: str, broken_lines: Lines) -> None:
    assert broken_lines(text, goals=GOALS) == [", ".join(GOALS)]


@pytest.mark.parametrize(
    "text",
    [
        "Quita el teléfono viejo y pon el nuevo",
        "Nada de comprar likes",
        "Contesta a todos los mensajes, por favor",
        "Llegamos a mil seguidores, da las gracias en un post",
    ],
)
def test_ordinary_upkeep_is_not(text: str, broken_lines: Lines) -> None:
    assert broken_lines(text, goals=GOALS) == []
