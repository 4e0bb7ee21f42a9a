"""Requests in lists: newest first, by key."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import IntegerField, QuerySet, Subquery

from consultancy.models import Client, Consultant
from consultancy.selectors.pages import Page, page_of
from requests_log.models import ClientRequest

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
    rows = rows_of(client.consultant).filter(client=client)
    return page_of(rows, moment="received_at", after=after)


class CappedCount(Subquery):
    """How many rows a sliced query has: never reads further than the slice."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS capped)"
    output_field = IntegerField()


def counts_up_to_enough(
    consultant: Consultant, lists: Mapping[str, QuerySet[ClientRequest]]
) -> dict[str, int]:
    """Return how many rows each list has, up to ENOUGH and one, in one query."""
    columns = [CappedCount(rows.values("pk")[: ENOUGH + 1]) for rows in lists.values()]
    counts = Consultant.objects.filter(pk=consultant.pk).values_list(*columns).get()
    return dict(zip(lists, counts, strict=True))


def rows_of(consultant: Consultant) -> QuerySet[ClientRequest]:
    """Return the consultant's requests with what a row of a list shows."""
    rows = ClientRequest.objects.of(consultant).select_related("client")
    return rows.defer("search_text")
