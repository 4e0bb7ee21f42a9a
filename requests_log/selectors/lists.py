"""Requests in lists: newest first, by key."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import IntegerField, QuerySet, Subquery

from consultancy.models import Client, Consultant
from consultancy.selectors.pages import Page, page_of
from requests_log.models import ClientRequest
from requests_log.workflow import Stage

from .filters import NOTHING, Filters, filtered

ENOUGH = 100  # nobody acts on the difference between 100 and 1,000
FEW = 10


@dataclass(frozen=True)
class Listed:
    """A page of requests, and how many all pages have, up to ENOUGH and one."""

    page: Page[ClientRequest]
    count: int

    @property
    def more_than_counted(self) -> bool:
        return self.count > ENOUGH


def requests_listed(
    consultant: Consultant, *, filters: Filters = NOTHING, after: str | None
) -> Listed:
    """Return a page of the consultant's requests that FILTERS let through."""
    rows = filtered(consultant, filters)
    shown = rows.select_related("client").defer("search_text")
    page = page_of(shown, moment="received_at", after=after)
    if not after and not page.next_key:
        return Listed(page, len(page.rows))
    return Listed(page, rows.values("pk")[: ENOUGH + 1].count())


def client_requests_page(client: Client, *, after: str | None) -> Page[ClientRequest]:
    """Return a page of one client's requests."""
    rows = _rows(client.consultant).filter(client=client)
    return page_of(rows, moment="received_at", after=after)


@dataclass(frozen=True)
class Waiting:
    """Requests at one stage: the oldest few, and how many, up to ENOUGH and one."""

    stage: Stage
    rows: list[ClientRequest]
    count: int

    @property
    def more_than_counted(self) -> bool:
        return self.count > ENOUGH


class CappedCount(Subquery):
    """How many rows a sliced query has: never reads further than the slice."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS capped)"
    output_field = IntegerField()


def waiting_at(consultant: Consultant, stages: Sequence[Stage]) -> list[Waiting]:
    """Return what waits at each stage, what came in first on top.

    Counts are asked for, in one query, only where there are more than a few.
    """
    found = {stage: _oldest(consultant, stage) for stage in stages}
    counts = {stage: len(rows) for stage, rows in found.items()}
    if any(count > FEW for count in counts.values()):
        counts |= _counts(consultant, stages)
    return [Waiting(stage, found[stage][:FEW], counts[stage]) for stage in stages]


def _oldest(consultant: Consultant, stage: Stage) -> list[ClientRequest]:
    rows = _rows(consultant).filter(stage=stage)
    return list(rows.order_by("received_at", "pk")[: FEW + 1])


def _counts(consultant: Consultant, stages: Sequence[Stage]) -> dict[Stage, int]:
    own = ClientRequest.objects.of(consultant)
    columns = [
        CappedCount(own.filter(stage=stage).values("pk")[: ENOUGH + 1])
        for stage in stages
    ]
    counts = Consultant.objects.filter(pk=consultant.pk).values_list(*columns).get()
    return dict(zip(stages, counts, strict=True))


def _rows(consultant: Consultant) -> QuerySet[ClientRequest]:
    rows = ClientRequest.objects.of(consultant).select_related("client")
    return rows.defer("search_text")
