"""What the rules say of a message for this client, today."""

from dataclasses import dataclass
from datetime import date

from consultancy.models import Client, StrategyVersion
from consultancy.selectors.clients import strategy_in_force
from requests_log.triage.engine import triage
from requests_log.triage.findings import Triage
from requests_log.triage.rulebook import Rulebook

from .own_rules import rulebook_for
from .rulebook import rulebook
from .silence import silenced_for, without


@dataclass(frozen=True)
class Judgement:
    """The engine's answer, and the strategy version and rules it leaned on."""

    triage: Triage
    strategy: StrategyVersion | None
    rulebook: Rulebook


def judge(
    text: str, *, client: Client | None, wanted_on: date | None, today: date
) -> Judgement:
    """Run every rule over TEXT; without a client only shipped practice rules speak."""
    version = strategy_in_force(client) if client else None
    silenced = silenced_for(client) if client else frozenset()
    return judge_by(
        version,
        text,
        wanted_on=wanted_on,
        today=today,
        silenced=silenced,
        rules=rulebook_for(client) if client else rulebook(),
    )


def judge_by(
    version: StrategyVersion | None,
    text: str,
    *,
    wanted_on: date | None,
    today: date,
    silenced: frozenset[str],
    rules: Rulebook,
) -> Judgement:
    """Run RULES over TEXT by the strategy of VERSION; what the SILENCED ones hear is
    set aside."""
    answer = triage(
        text,
        strategy=version.strategy if version else None,
        wanted_in_days=(wanted_on - today).days if wanted_on else None,
        rulebook=rules,
    )
    return Judgement(without(answer, silenced), version, rules)
