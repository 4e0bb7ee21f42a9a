"""The consultant's clients, what is open with each, and when each asked last."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from consultancy.models import Client, Consultant
from consultancy.models.name_key import name_key
from consultancy.selectors.clients import clients_of
from requests_log.models import ClientRequest
from requests_log.workflow import OPEN

from .lists import ENOUGH, CappedCount

ARCHIVED = "archived"  # beside the codes of ClientStatus
MOST_SHOWN = 200
EASY_TO_SEE = 12  # clients that need no search


@dataclass(frozen=True)
class ClientsListed:
    """Clients with `last_asked_at` and `open_count` (ENOUGH and one: more); MORE says
    that not all are shown, ALL_COUNT how many there are without any filter."""

    rows: list[Any]
    more: bool
    all_count: int

    @property
    def needs_search(self) -> bool:
        return self.all_count > EASY_TO_SEE


def clients_listed(
    consultant: Consultant, *, status: str = "", name: str = ""
) -> ClientsListed:
    """Return the clients of a status, archived ones only when asked for, in whose
    name NAME stands."""
    rows = with_open_work(_of_status(clients_of(consultant), status))
    if name:
        rows = rows.filter(name_key__contains=name_key(name))
    found = list(rows[: MOST_SHOWN + 1])
    return ClientsListed(
        rows=found[:MOST_SHOWN],
        more=len(found) > MOST_SHOWN,
        all_count=clients_of(consultant).count(),
    )


def with_open_work(rows: QuerySet[Client]) -> QuerySet[Any]:
    """Return the clients with `last_asked_at` and `open_count`."""
    own = ClientRequest.objects.filter(client=OuterRef("pk"))
    newest = own.order_by("-received_at", "-pk")
    waiting = own.filter(stage__in=OPEN).values("pk")[: ENOUGH + 1]
    return rows.annotate(
        last_asked_at=Subquery(newest.values("received_at")[:1]),
        open_count=CappedCount(waiting),
    )


def _of_status(rows: QuerySet[Client], status: str) -> QuerySet[Client]:
    if status == ARCHIVED:
        return rows.exclude(archived_at=None)
    present = rows.filter(archived_at=None)
    return present.filter(status=status) if status else present
