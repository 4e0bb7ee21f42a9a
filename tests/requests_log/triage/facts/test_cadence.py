import pytest

from tests.requests_log.triage.facts.conftest import Lines

CHANNELS = {"instagram": 4, "email": 1}


@pytest.mark.parametrize(
    "text",
    [
        "Publica tres veces al día en Instagram",
        "A little something each weekday on Instagram",
        "Una historia por la mañana, otra al mediodía y otra por la noche",
        "Let's send the newsletter Monday, Wednesday and Friday",
        "un mail cada día a los socios",
        "Me gustaría que saliera algo cada hora en Instagram",
        "can we go to a newsletter every other day till Christmas?",
    ],
)
def test_a_rhythm_above_the_ceiling_is_heard(text: str, broken_lines: Lines) -> None:
    assert broken_lines(text, channels=CHANNELS)


@pytest.mark.parametrize(
    "text",
    [
        "Publica tres veces a la semana en Instagram",
        "Lunes técnica, miércoles horario y viernes la historia en Instagram",
        "Publica las reseñas en Instagram y nos ponemos al día",
        "pon en el post que la limpieza está a 199 al mes",
        "Post the new evening hours, Tuesday and Thursday till eight",
        "Publica el horario en Instagram: de lunes a viernes de 9 a 14",
    ],
)
def test_a_rhythm_within_it_or_of_another_thing_is_not(
    text: str, broken_lines: Lines
) -> None:
    assert broken_lines(text, channels=CHANNELS) == []
