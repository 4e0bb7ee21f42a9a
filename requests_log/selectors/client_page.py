"""What stands on a client's page beside the list of requests."""

from typing import Any

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from consultancy.models import Client, ClientNote, Consultant, Document
from consultancy.selectors.clients import clients_of
from requests_log.models import (
    ClientRequest,
    Confirmation,
    Decision,
    DecisionOutcome,
    Verdict,
)
from requests_log.workflow import OPEN

from .lists import FEW, CappedCount

LOOKED_AT = 500  # of the newest requests: figures of more tell nobody more
FEW_DOCUMENTS = 5


def client_with_figures(consultant: Consultant, pk: int) -> Any:
    """Return a client with his newest note (`note_text`, `note_at`) and the figures
    `asked`, `objected`, `followed` and `overridden` of his newest LOOKED_AT requests;
    `asked` is one more where there are more.

    Raises Client.DoesNotExist for somebody else's.
    """
    own = ClientRequest.objects.filter(client=pk).order_by("-received_at", "-pk")
    newest = own.values("pk")[:LOOKED_AT]
    objections = Confirmation.objects.filter(request__in=newest)
    # Of a decision that was corrected only the right one counts.
    decisions = Decision.objects.filter(request__in=newest, correction=None)
    notes = ClientNote.objects.filter(client=OuterRef("pk"))
    latest = notes.order_by("-noted_at", "-pk")
    rows = clients_of(consultant).select_related("consultant__user").order_by()
    counted = rows.annotate(
        note_text=Subquery(latest.values("text")[:1]),
        note_at=Subquery(latest.values("noted_at")[:1]),
        asked=CappedCount(own.values("pk")[: LOOKED_AT + 1]),
        objected=CappedCount(objections.exclude(verdict=Verdict.FINE).values("pk")),
        followed=CappedCount(
            decisions.filter(outcome=DecisionOutcome.FOLLOWS).values("pk")
        ),
        overridden=CappedCount(
            decisions.filter(outcome=DecisionOutcome.OVERRIDES).values("pk")
        ),
    )
    return counted.get(pk=pk)


def open_requests(client: Client) -> list[ClientRequest]:
    """Return what waits, what came in first on top: a few, and one more where there
    are more."""
    rows = ClientRequest.objects.of(client.consultant).filter(client=client)
    waiting = rows.filter(stage__in=OPEN).defer("search_text")
    # Ordered by the bare column, SQLite would walk through all that is done with.
    oldest = waiting.order_by(Coalesce("received_at", Value(None)), "pk")
    return list(oldest[: FEW + 1])


def client_documents(client: Client) -> list[Document]:
    """Return the newest letters about the client, and one more where there are more."""
    rows = Document.objects.of(client.consultant).filter(client=client)
    newest = rows.defer("record").order_by("-reserved_at", "-id")
    return list(newest[: FEW_DOCUMENTS + 1])
