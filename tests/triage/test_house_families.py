"""Decisions of many kinds, broken in words that no line of them holds."""

import pytest

from consultancy.strategy_file import strategy_from_fields
from requests_log.triage.engine import triage
from requests_log.triage.rulebook import Rulebook

ASKED = [
    ("Every video goes out with subtitles", "Sube el reel sin letras, que tapan"),
    ("Still photographs only, no video", "Graba un clip del patio y súbelo"),
    ("No drone footage", "Get some shots of the field from the air and post them"),
    ("No scores or medals from critics", "Plántale el sello dorado a la foto"),
    ("Pupils' marks are never published", "Post the honour roll with their names"),
    ("No wellness wording", "Pon que se come sin culpa y es livianito"),
    ("Donors are anonymous", "Put up a big thank you with a plaque for him"),
    ("We never ask for money", "Publica el alias para que transfieran un aporte"),
    ("Toys are not divided into boys' toys and girls' toys", "A post for the lassies"),
    ("Everyone on a bike wears a helmet", "Post the one with hair in the wind"),
    ("The whereabouts of the waterfall are kept", "Post where to find it, with a map"),
    (
        "All acts at the same size",
        "Haz el cartel con los estelares más grande que el resto",
    ),
    ("Every vacancy states the salary range", "Post the ad but leave the figures off"),
    ("No tagging of others", "Etiquétalos a todos en el post"),
    ("Appointments only, no walk-ins", "Post that people can just turn up"),
    ("No costumes", "Vestimos a los perros de calabaza, publícalo"),
    (
        "Marian reads every post before it goes out",
        "Just publish it, she can see it once it's up",
    ),
]
MENTIONED = [
    ("Every video goes out with subtitles", "Sube el vídeo con los subtítulos nuevos"),
    ("No drone footage", "A man offered us a drone, I said no thanks"),
    ("No scores or medals from critics", "Publica la foto de la bodega el martes"),
    ("Everyone on a bike wears a helmet", "Post the photo of the new helmets"),
    ("No tagging of others", "Sube el post del jueves sin etiquetar a nadie"),
    ("Marian reads every post before it goes out", "Marian has read it, post it"),
]


def lines(text: str, decision: str, rulebook: Rulebook) -> list[str | None]:
    house = {"decision": decision, "keywords": []}
    strategy = strategy_from_fields(
        {"id": "x", "name": "X", "house_decisions": [house]}
    )
    answer = triage(text, strategy=strategy, wanted_in_days=None, rulebook=rulebook)
    return [found.strategy_line for found in answer.findings]


@pytest.mark.parametrize(("decision", "text"), ASKED)
def test_what_a_decision_rules_out_is_heard(
    decision: str, text: str, rulebook: Rulebook
) -> None:
    assert decision in lines(text, decision, rulebook)


@pytest.mark.parametrize(("decision", "text"), MENTIONED)
def test_keeping_to_it_is_no_breach(
    decision: str, text: str, rulebook: Rulebook
) -> None:
    assert decision not in lines(text, decision, rulebook)
