"""Requests narrowed down to those that are looked for."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from consultancy.models import Consultant
from requests_log.models import ClientRequest, Confirmation, Finding


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


NOTHING = Filters()


def filtered(consultant: Consultant, filters: Filters) -> QuerySet[ClientRequest]:
    """Return the consultant's requests that FILTERS let through, in no order."""
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
    return _by_rule(rows, filters.rule) if filters.rule else rows


def _by_rule(rows: QuerySet[ClientRequest], rule: str) -> QuerySet[ClientRequest]:
    """Narrow to what the rule objected to, or the consultant by that rule."""
    found = Finding.objects.filter(
        triage__request=OuterRef("pk"), rule=rule, set_aside=False
    )
    own = Confirmation.objects.filter(request=OuterRef("pk"), own_rule=rule)
    return rows.filter(Exists(found) | Exists(own))
