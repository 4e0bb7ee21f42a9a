"""A client is erased: all of him, or all but the letters that are still evidence."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from consultancy.actions.finish_erasure import clear_away, finish_erasure
from consultancy.actions.take_turn import take_turn
from consultancy.actions.write_down import SYSTEM, write_down
from consultancy.errors import AlreadyErased, LetterBeingWritten, OnHold
from consultancy.ledger.erase import erase_payloads
from consultancy.models import Client, Document, Erasure, KeptFile, LedgerEntry
from consultancy.selectors.retention import (
    LettersTold,
    hold_on,
    kept_until,
    letters_told,
)
from requests_log.models import ClientRequest, Decision, search_index
from requests_log.selectors.evidence import everything_of, evidence_of
from requests_log.selectors.stores import STORES, Fate


@dataclass(frozen=True)
class Repeated:
    """An erasure that a restored backup does not know of, and is told again."""

    public_id: UUID
    keep_until: date | None


@transaction.atomic
def erase_client(
    client: Client,
    *,
    ground: str,
    today: date,
    at: datetime,
    repeated: Repeated | None = None,
) -> Erasure:
    """Erase what is no evidence now, and the rest when its day comes; at once where
    no letter has to be kept. Raises OnHold, LetterBeingWritten, AlreadyErased."""
    letters = _ensure_it_may_go(client)
    until = (
        repeated.keep_until
        if repeated
        else kept_until(client, letters=letters, today=today)
    )
    erasure = Erasure(
        consultant=client.consultant,
        client_number=client.pk,
        client=client,
        ground=ground,
        asked_at=at,
        keep_until=until,
    )
    if repeated:
        erasure.public_id = repeated.public_id
    erasure.save()
    _enter(erasure, at)
    _take_away(erasure, client, at)
    if until is None:
        finish_erasure(erasure, at=at, actor=_actor(erasure))
    transaction.on_commit(partial(_clear_away, erasure))
    return erasure


@transaction.atomic
def erase_the_rest(erasure: Erasure, *, at: datetime) -> None:
    """Erase what was kept until now, and what another tab may have noted of the client
    at the very moment of the erasure. Raises OnHold."""
    take_turn(erasure.consultant)
    erasure.refresh_from_db()
    if erasure.client:
        late = everything_of(erasure.client)
        entries, files = late.entries, list(late.files)
        _erase_entries(erasure, entries, SYSTEM, at)
        _delete_rows(erasure.client)
        erasure.files.add(*files)
    finish_erasure(erasure, at=at)


def _ensure_it_may_go(client: Client) -> LettersTold:
    take_turn(client.consultant)
    present = Client.objects.filter(pk=client.pk, restricted_at=None)
    if not present.exists():
        raise AlreadyErased
    if hold := hold_on(client):
        raise OnHold(hold.reason)
    letters = letters_told(client)
    if letters.pending:
        raise LetterBeingWritten
    return letters


def _enter(erasure: Erasure, at: datetime) -> None:
    until = erasure.keep_until
    write_down(
        erasure.consultant,
        kind="client_erased",
        at=at,
        subject=f"client:{erasure.client_number}",
        payload={
            "ground": erasure.ground,
            "kept_until": until.isoformat() if until else None,
        },
    )


def _take_away(erasure: Erasure, client: Client, at: datetime) -> None:
    """Erase all but the evidence, which is withheld from every page."""
    everything, evidence = everything_of(client), evidence_of(client)
    kept_files = list(evidence.files.values_list("pk", flat=True))
    entries = everything.entries.exclude(pk__in=evidence.entries.values("pk"))
    _erase_entries(erasure, entries, _actor(erasure), at)
    going = list(everything.files.exclude(pk__in=kept_files))
    _delete_rows(client)
    KeptFile.objects.filter(pk__in=[file.pk for file in going]).delete()
    KeptFile.objects.filter(pk__in=kept_files).update(withheld_at=at)
    Document.objects.filter(client=client).update(withheld_at=at)
    erasure.files.set(kept_files)
    erasure.leftover = [file.file.name for file in going]
    erasure.save(update_fields=["leftover"])
    _restrict(client, at)


def _erase_entries(
    erasure: Erasure, entries: QuerySet[LedgerEntry], actor: str, at: datetime
) -> None:
    erase_payloads(
        erasure.consultant,
        entries=entries,
        ground=erasure.ground,
        actor=actor,
        at=at,
    )


def _delete_rows(client: Client) -> None:
    # These point at each other; what they point at could not be deleted.
    ClientRequest.objects.filter(client=client).update(
        advice=None, decision=None, outcome=None
    )
    Decision.objects.filter(request__client=client).update(corrects=None)
    for store in STORES:
        if store.fate is Fate.DELETED:
            store.of_client(client).delete()


def _restrict(client: Client, at: datetime) -> None:
    """Keep the name alone, out of the way of a client who is called the same."""
    client.restricted_at = at
    client.name_key = f"erased {client.pk}"
    client.sector = client.status_reason = ""
    client.save(update_fields=["restricted_at", "name_key", "sector", "status_reason"])


def _clear_away(erasure: Erasure) -> None:
    search_index.forget_deleted(connection)
    clear_away(erasure)


def _actor(erasure: Erasure) -> str:
    return f"consultant:{erasure.consultant.public_id}"
