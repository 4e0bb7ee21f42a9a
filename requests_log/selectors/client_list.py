"""The consultant's clients and when each asked last."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from consultancy.models import Client, Consultant
from consultancy.selectors.clients import clients_of
from requests_log.models import ClientRequest
from requests_log.workflow import Stage


def clients_with_last_request(consultant: Consultant) -> QuerySet[Any]:
    """Return clients with `last_asked_at` and `last_open_id` (advice not answered)."""
    own = ClientRequest.objects.filter(client=OuterRef("pk"))
    newest = own.order_by("-received_at", "-pk")
    open_advice = newest.filter(stage=Stage.ADVISED)
    rows: QuerySet[Client] = clients_of(consultant)
    return rows.annotate(
        last_asked_at=Subquery(newest.values("received_at")[:1]),
        last_open_id=Subquery(open_advice.values("pk")[:1]),
    )
