"""Marta's own rule in force."""

from requests_log.actions.write_own_rule import Draft, write_own_rule
from tests.people import NOW
from tests.requests_log.triage.own_rules import own_rule

ASKS = "Pon los precios en los carteles de la tienda"


def write_rule(consultant, *, row=None, after=None, clients=(), at=NOW, **changes):
    """Return the version that is in force then."""
    draft = Draft(own_rule(**changes), clients)
    return write_own_rule(consultant, draft=draft, at=at, row=row, after=after)


def form_data(**changes):
    """Return what the editor sends for Marta's rule."""
    return {
        "verdict": "off_strategy",
        "factor": "experience",
        "name_es": "Nada de precios en los carteles",
        "why_es": "Los precios cambian cada semana y el cartel se queda.",
        "consequences_es": "Quejas en caja por un precio viejo.",
        "alternatives_es": "Un cartel sin precio que lleve a la web.",
        "reply_es": "Mejor sin precio: cambia cada semana y el cartel se queda.",
        "way1_words_1": "cartel, letrero de la puerta",
        "way1_words_2": "precio",
        "way1_ideas_2": ["price_talk"],
        "way1_within": "sentence",
        "way1_apart": "12",
    } | changes
