import pytest

from tests.requests_log.triage.facts.conftest import Lines

ABOUT = [
    ("politics", "Felicitemos a los de Compromís por su moción"),
    ("football", "Hoy juega Boca, subí algo con la camiseta"),
    ("bullfighting", "Prepare una publicación con el cartel de la corrida"),
    ("squatting", "Saquemos un vídeo sobre pisos ocupados"),
    ("crypto", "A piece on how to declare Bitcoin gains"),
    ("cannabis", "Let's do a joint post with the weed store next door"),
    ("alternative therapies", "Prepara una serie sobre el reiki y las energías"),
    ("causes of death", "I'd like a piece on what took our best known people"),
    ("layoffs at named companies", "Un post con los despidos de la fábrica"),
    ("politics and the wolf", "Suba un vídeo sobre los lobos y las ovejas"),
    ("tides and moon fishing", "Write a post about moon fishing"),
    ("the economy and the dollar", "Armate un posteo con el dólar y los precios"),
]
NOT_ABOUT = [
    ("politics", "El jueves cerramos por elecciones municipales, publícalo"),
    ("football", "Add the team picture to the post about our goals"),
    ("exotic animals", "Contéstele a la señora de los conejos que solo perros"),
    ("politics", "Write a post on how polite our customers are"),
    ("religion", "Thank God it's Friday! Do the post about the menu"),
    ("narcocorridos", "Publica el cartel de la feria el lunes"),
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
