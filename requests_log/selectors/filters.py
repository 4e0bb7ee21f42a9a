"""Requests narrowed down to those that are looked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from consultancy.models import Client, Consultant
from requests_log.models import ClientRequest, Confirmation, Finding
from requests_log.models.search_text import Search, Word, fold
from requests_log.workflow import Stage

MOST_WORDS = 8
# Of a search alone: nobody reads on, and the database may stop looking.
MOST_FOUND = 500
# Rows that are looked up by number rather than met on a walk through all of them.
FEW_ROWS = 1_000
# What is advised, apart by whose move it is.
ADVISED = {
    "to_send": Q(asked_at=None, due_at=None),
    "to_answer": Q(asked_at__isnull=False),
    Stage.ADVISED: Q(asked_at=None, due_at__isnull=False),
}


@dataclass(frozen=True)
class Filters:
    """What a request must be to be listed; what is empty narrows nothing.

    It came in at SINCE or later and earlier than BEFORE. STAGE is one of the workflow
    or of ADVISED.
    """

    client: int | None = None
    verdict: str = ""
    stage: str = ""
    rule: str = ""
    channel: str = ""
    since: datetime | None = None
    before: datetime | None = None
    words: tuple[Word, ...] = ()

    @property
    def only_words(self) -> bool:
        """Whether this is a search and nothing else: MOST_FOUND at most are found."""
        return bool(self.words) and self == Filters(words=self.words)


NOTHING = Filters()


def words_of(text: str, *, clients: Sequence[Client]) -> tuple[Word, ...]:
    """Return what is looked for; a word may also begin one in a client's name."""
    names = [(client.pk, fold(client.name)) for client in clients]
    starts = list(dict.fromkeys(fold(text)))[:MOST_WORDS]
    return tuple(Word(start, _named(start, names)) for start in starts)


def _named(start: str, names: Sequence[tuple[int, list[str]]]) -> tuple[int, ...]:
    return tuple(
        pk for pk, name in names if any(word.startswith(start) for word in name)
    )


def filtered(
    consultant: Consultant, filters: Filters, *, all_found: bool = False
) -> QuerySet[ClientRequest]:
    """Return the consultant's requests that FILTERS let through, in no order.

    Of a search alone only the newest MOST_FOUND, unless ALL_FOUND.
    """
    exact = {
        "client": filters.client,
        "verdict": filters.verdict,
        "stage": Stage.ADVISED if filters.stage in ADVISED else filters.stage,
        "channel": filters.channel,
        "received_at__gte": filters.since,
        "received_at__lt": filters.before,
    }
    rows: QuerySet[ClientRequest] = ClientRequest.objects.of(consultant)
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    rows = rows.filter(ADVISED.get(filters.stage, Q()))
    if filters.words:
        rows = _by_words(rows, filters, consultant, all_found=all_found)
    return _by_rule(rows, filters.rule) if filters.rule else rows


def _by_words(
    rows: QuerySet[ClientRequest],
    filters: Filters,
    consultant: Consultant,
    *,
    all_found: bool,
) -> QuerySet[ClientRequest]:
    if all_found or not filters.only_words:
        search = Search(consultant.pk, filters.words)
        return rows.filter(search_text__words=search)
    search = Search(consultant.pk, filters.words, MOST_FOUND)
    found = rows.filter(search_text__words=search).values_list("pk", flat=True)
    # Looked up now: page and count would each search again.
    return rows.filter(pk__in=list(found))


def _by_rule(rows: QuerySet[ClientRequest], rule: str) -> QuerySet[ClientRequest]:
    """Narrow to what the rule objected to, or the consultant by that rule."""
    found = Finding.objects.filter(rule=rule, set_aside=False)
    own = Confirmation.objects.filter(own_rule=rule)
    every = found.values_list("triage__request").union(own.values_list("request"))
    few = [pk for (pk,) in every[: FEW_ROWS + 1]]
    if len(few) <= FEW_ROWS:
        return rows.filter(pk__in=few)
    return rows.filter(
        Exists(found.filter(triage__request=OuterRef("pk")))
        | Exists(own.filter(request=OuterRef("pk")))
    )
