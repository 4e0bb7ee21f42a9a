"""A new version of a client's strategy; the ones before stay as they were."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from consultancy.models import Client, LedgerHead, StrategyVersion
from consultancy.strategy_file import Strategy, strategy_to_fields

from .write_down import write_down


@dataclass(frozen=True)
class Agreement:
    """When the client agreed and who did; none of it means "noted"."""

    on: date | None
    by: str


@transaction.atomic
def note_strategy(
    client: Client,
    *,
    strategy: Strategy,
    agreement: Agreement,
    today: date,
    at: datetime,
) -> StrategyVersion:
    """Put STRATEGY in force from now on, as the next version."""
    # The head row is what all acts of a practice queue for: no number twice.
    LedgerHead.objects.select_for_update().get(consultant=client.consultant)
    last = client.strategies.order_by("-number").first()
    version = StrategyVersion.objects.create(
        client=client,
        number=last.number + 1 if last else 1,
        fields=strategy_to_fields(strategy),
        noted_on=today,
        agreed_on=agreement.on,
        agreed_by=agreement.by,
        created_at=at,
    )
    write_down(
        client.consultant,
        kind="strategy_noted",
        at=at,
        subject=f"client:{client.pk}",
        payload={
            "number": version.number,
            "fields": version.fields,
            "agreed_on": agreement.on.isoformat() if agreement.on else None,
            "agreed_by": agreement.by,
        },
    )
    return version
