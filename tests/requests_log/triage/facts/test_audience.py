import pytest

from tests.requests_log.triage.facts.conftest import Lines

WHO = "families and beginners of the town"
ELSEWHERE = [
    "Quiero dejar de hablarle a la vecina y empezar a hablarle a los hoteles",
    "Can we aim the whole feed at people who have surfed for twenty years?",
    "Vamos a dirigir la página a ganaderos de aquí a fin de año",
    "I'd like our posts to talk to event managers rather than couples",
]
TO_THEM = [
    "Dirige la campaña a las familias, como siempre",
    "Aim the campaign at beginners, they ask the most",
    "Haz un post para la gente del pueblo con el horario nuevo",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_all_that_is_published_turned_to_others_breaks_it(
    text: str, broken_lines: Lines
) -> None:
    assert WHO in broken_lines(text, audience={"who": WHO})


@pytest.mark.parametrize("text", TO_THEM)
def test_what_is_made_for_those_agreed_does_not(text: str, broken_lines: Lines) -> None:
    assert broken_lines(text, audience={"who": WHO}) == []
