"""Rules of Marta's own, as the tests need them."""

from requests_log.triage.own_rule import Heard, OwnRule, Said, Way
from requests_log.triage.own_rulebook import OwnVersion

NO_PRICES = Said(
    name="Nada de precios en los carteles",
    why="Los precios cambian cada semana y el cartel se queda.",
    consequences=("Quejas en caja por un precio viejo.",),
    alternatives=("Un cartel sin precio que lleve a la web.",),
    reply="Mejor sin precio: cambia cada semana y el cartel se queda.",
)
POSTERS = Heard(("cartel", "letrero de la puerta"))
PRICES = Heard(("precio",), ("price_talk",))
IN_ENGLISH = Said("No prices", "They change.", ("Complaints.",), ("A link.",), "No.")


def own_rule(**changes):
    """Return Marta's rule against prices on posters."""
    fields = {
        "verdict": "off_strategy",
        "factor": "experience",
        "when": (Way((POSTERS, PRICES)),),
        "es": NO_PRICES,
    }
    return OwnRule(**fields | changes)


def versioned(rule=None, code="own-1", number=1):
    return OwnVersion(code, number, rule or own_rule())
