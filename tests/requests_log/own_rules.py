"""Marta's own rule in force."""

from requests_log.actions.write_own_rule import Draft, write_own_rule
from tests.people import NOW
from tests.requests_log.triage.own_rules import own_rule

ASKS = "Pon los precios en los carteles de la tienda"


def write_rule(consultant, *, row=None, after=None, clients=(), at=NOW, **changes):
    """Return the version that is in force then."""
    draft = Draft(own_rule(**changes), clients)
    return write_own_rule(consultant, draft=draft, at=at, row=row, after=after)
