"""Requests in lists: newest first, by key."""

from dataclasses import dataclass

from django.db.models import QuerySet

from consultancy.models import Client, Consultant
from consultancy.selectors.pages import Page, page_of
from requests_log.models import ClientRequest
from requests_log.workflow import Stage

ENOUGH = 100  # nobody acts on the difference between 100 and 1,000
FEW = 10


def requests_page(consultant: Consultant, *, after: str | None) -> Page[ClientRequest]:
    """Return a page of all the consultant's requests."""
    return page_of(_rows(consultant), moment="received_at", after=after)


def client_requests_page(client: Client, *, after: str | None) -> Page[ClientRequest]:
    """Return a page of one client's requests."""
    rows = _rows(client.consultant).filter(client=client)
    return page_of(rows, moment="received_at", after=after)


@dataclass(frozen=True)
class Waiting:
    """Requests at one stage: the oldest few, and how many, up to ENOUGH."""

    stage: Stage
    rows: list[ClientRequest]
    count: int

    @property
    def more_than_counted(self) -> bool:
        return self.count > ENOUGH


def waiting_at(consultant: Consultant, stage: Stage) -> Waiting:
    """Return what waits at STAGE, what came in first on top."""
    rows = _rows(consultant).filter(stage=stage)
    count = rows.values("pk")[: ENOUGH + 1].count()
    return Waiting(stage, list(rows.order_by("received_at", "pk")[:FEW]), count)


def _rows(consultant: Consultant) -> QuerySet[ClientRequest]:
    return ClientRequest.objects.of(consultant).select_related("client")
