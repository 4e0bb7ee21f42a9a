import pytest

from tests.requests_log.triage.facts.conftest import Lines

ABOUT = [
    ("politics", "Felicitemos a los de Compromís por su moción"),
    ("football", "Hoy juega Boca, subí algo con la camiseta"),
    ("bullfighting", "Prepare una publicación con el cartel de la corrida"),
    ("squatting", "Saquemos un vídeo sobre pisos ocupados"),
    ("crypto", "A piece on how to declare Bitcoin gains"),
    ("the economy and the dollar", "Armate un posteo con el dólar y los precios"),
]
NOT_ABOUT = [
    ("politics", "El jueves cerramos por elecciones municipales, publícalo"),
    ("football", "Add the team picture to the post about our goals"),
    ("exotic animals", "Contéstele a la señora de los conejos que solo perros"),
    ("religion", "Haz un post del pastor alemán que vino ayer"),
]


@pytest.mark.parametrize(("topic", "text"), ABOUT)
def test_a_topic_left_out_is_known_by_its_substance(
    topic: str, text: str, broken_lines: Lines
) -> None:
    assert broken_lines(text, topics_excluded=[topic]) == [topic]


@pytest.mark.parametrize(("topic", "text"), NOT_ABOUT)
def test_a_word_of_the_topic_in_passing_is_no_breach(
    topic: str, text: str, broken_lines: Lines
) -> None:
    assert broken_lines(text, topics_excluded=[topic]) == []
