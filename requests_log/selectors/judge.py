"""What the rules say of a message for this client, today."""

from dataclasses import dataclass
from datetime import date

from consultancy.models import Client, StrategyVersion
from consultancy.selectors.clients import strategy_in_force
from requests_log.triage.engine import triage
from requests_log.triage.findings import Triage

from .rulebook import rulebook
from .silence import silenced_for, without


@dataclass(frozen=True)
class Judgement:
    """The engine's answer and the strategy version it leaned on."""

    triage: Triage
    strategy: StrategyVersion | None


def judge(
    text: str, *, client: Client | None, wanted_on: date | None, today: date
) -> Judgement:
    """Run every rule over TEXT; without a client only practice rules can speak."""
    version = strategy_in_force(client) if client else None
    silenced = silenced_for(client) if client else frozenset()
    return judge_by(version, text, wanted_on=wanted_on, today=today, silenced=silenced)


def judge_by(
    version: StrategyVersion | None,
    text: str,
    *,
    wanted_on: date | None,
    today: date,
    silenced: frozenset[str],
) -> Judgement:
    """Run every rule over TEXT by the strategy of VERSION; what the SILENCED ones
    hear is set aside."""
    answer = triage(
        text,
        strategy=version.strategy if version else None,
        wanted_in_days=(wanted_on - today).days if wanted_on else None,
        rulebook=rulebook(),
    )
    return Judgement(without(answer, silenced), version)
