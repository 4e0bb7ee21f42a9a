"""Requests narrowed down to those that are looked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from consultancy.models import Client, Consultant
from requests_log.models import ClientRequest, Confirmation, Finding
from requests_log.models.search_text import Search, Word, fold

MOST_WORDS = 8
# Of a search alone: nobody reads on, and the database may stop looking.
MOST_FOUND = 500


@dataclass(frozen=True)
class Filters:
    """What a request must be to be listed; what is empty narrows nothing.

    It came in at SINCE or later and earlier than BEFORE.
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
        "stage": filters.stage,
        "channel": filters.channel,
        "received_at__gte": filters.since,
        "received_at__lt": filters.before,
    }
    rows = ClientRequest.objects.of(consultant)
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if filters.words:
        most = MOST_FOUND if filters.only_words and not all_found else None
        search = Search(consultant.pk, filters.words, most)
        rows = rows.filter(search_text__words=search)
    return _by_rule(rows, filters.rule) if filters.rule else rows


def _by_rule(rows: QuerySet[ClientRequest], rule: str) -> QuerySet[ClientRequest]:
    """Narrow to what the rule objected to, or the consultant by that rule."""
    found = Finding.objects.filter(
        triage__request=OuterRef("pk"), rule=rule, set_aside=False
    )
    own = Confirmation.objects.filter(request=OuterRef("pk"), own_rule=rule)
    return rows.filter(Exists(found) | Exists(own))
