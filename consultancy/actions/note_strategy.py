"""A new version of a client's strategy; the ones before stay as they were."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from consultancy.errors import NothingChanged, StrategyMovedOn
from consultancy.models import Client, KeptFile, StrategyVersion
from consultancy.strategy_changes import changes_between
from consultancy.strategy_file import Strategy, strategy_to_fields

from .keep_file import use_files
from .take_turn import take_turn
from .write_down import write_down


@dataclass(frozen=True)
class Agreement:
    """When the client agreed, who did, how, and what proves it; no day: only noted."""

    on: date | None = None
    by: str = ""
    how: str = ""  # an AgreedHow
    note: str = ""
    files: tuple[KeptFile, ...] = ()

    @property
    def facts(self) -> dict[str, object]:
        """What an entry of the ledger tells of it."""
        return {
            "agreed_on": self.on.isoformat() if self.on else None,
            "agreed_by": self.by,
            "agreed_how": self.how,
            "proof_note": self.note,
            "proof": [file.facts for file in self.files],
        }


@transaction.atomic
def note_strategy(
    client: Client,
    *,
    strategy: Strategy,
    agreement: Agreement,
    today: date,
    at: datetime,
    after: int | None = None,
) -> StrategyVersion:
    """Put STRATEGY in force from now on, as the next version.

    AFTER is the number of the version it was written upon, 0 for none. Raises
    StrategyMovedOn, NothingChanged, FilesGone.
    """
    take_turn(client.consultant)
    last = client.strategies.order_by("-number").first()
    _ensure_it_follows(last, strategy, after)
    version = StrategyVersion.objects.create(
        client=client,
        number=last.number + 1 if last else 1,
        fields=strategy_to_fields(strategy),
        noted_on=today,
        agreed_on=agreement.on,
        agreed_by=agreement.by,
        agreed_how=agreement.how or None,
        proof_note=agreement.note or None,
        proven_at=at if agreement.files else None,
        created_at=at,
    )
    use_files(agreement.files, at=at)
    version.proof.set(agreement.files)
    write_down(
        client.consultant,
        kind="strategy_noted",
        at=at,
        subject=f"client:{client.pk}",
        payload={"number": version.number, "fields": version.fields} | agreement.facts,
    )
    return version


def _ensure_it_follows(
    last: StrategyVersion | None, strategy: Strategy, after: int | None
) -> None:
    number = last.number if last else 0
    if last and not changes_between(last.strategy, strategy):
        raise NothingChanged(number)
    if after is not None and after != number:
        raise StrategyMovedOn(number)
