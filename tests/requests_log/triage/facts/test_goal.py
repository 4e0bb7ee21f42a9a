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
        "Take the demo link off every post and off the profile",
        "Quita el link de boletos de todos lados",
        "No pongamos ya en ningún sitio cómo reservar",
        "Leave them all unanswered, people can wait",
        "I'd like us to be mysterious for a while",
        "I want a million views, doesn't matter what of",
    ],
)
def test_work_against_the_goals_is_heard(text: str, broken_lines: Lines) -> None:
    assert broken_lines(text, goals=GOALS) == [", ".join(GOALS)]


@pytest.mark.parametrize(
    "text",
    [
        "Quita el teléfono viejo y pon el nuevo",
        "No quites el enlace de reservas, que funciona",
        "Quita el enlace de entradas de ese post, que ya pasó",
        "Take my home number off the photo, please",
        "No contestes los mensajes de hoy, me encargo yo",
        "Nada de comprar likes",
        "Contesta a todos los mensajes, por favor",
        "Llegamos a mil seguidores, da las gracias en un post",
    ],
)
def test_ordinary_upkeep_is_not(text: str, broken_lines: Lines) -> None:
    assert broken_lines(text, goals=GOALS) == []
