"""What of a client is evidence: the letters, and what led to them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from consultancy.models import Client, Document, KeptFile, LedgerEntry, StrategyVersion
from requests_log.models import Attachment, ClientRequest, Decision, Outcome

# What says that a strategy was agreed: a letter may lean on it.
OF_STRATEGIES = ("strategy_noted", "strategy_proven", "strategy_agreed")


@dataclass(frozen=True)
class Belongings:
    """Entries of the ledger and files of a client."""

    entries: QuerySet[LedgerEntry]
    files: QuerySet[KeptFile]


def everything_of(client: Client) -> Belongings:
    """Return all that is the client's."""
    requests = ClientRequest.objects.filter(client=client)
    about_him = Q(subject=f"client:{client.pk}") | Q(subject__in=_subjects(requests))
    entries = LedgerEntry.objects.of(client.consultant)
    # A rule's entries are of all clients: only those that name this one are his.
    switched = entries.filter(
        kind__startswith="rule_switched", payload__content__client=client.pk
    )
    his = about_him | Q(pk__in=switched.values("pk"))
    return Belongings(entries.filter(his), _files(client, requests))


def evidence_of(client: Client) -> Belongings:
    """Return what the client's letters need to be understood, and no more."""
    subjects = list(
        Document.objects.filter(client=client).values_list("subject", flat=True)
    )
    numbers = [int(s.partition(":")[2]) for s in subjects if s.startswith("request:")]
    requests = ClientRequest.objects.filter(client=client, pk__in=numbers)
    strategies = Q(subject=f"client:{client.pk}", kind__in=OF_STRATEGIES)
    entries = LedgerEntry.objects.of(client.consultant)
    return Belongings(
        entries.filter(Q(subject__in=subjects) | strategies),
        _files(client, requests),
    )


def _subjects(requests: QuerySet[ClientRequest]) -> QuerySet[Any]:
    """Return how the ledger names them, as a question: there may be very many."""
    named = Concat(Value("request:"), Cast("pk", CharField()))
    return requests.order_by().annotate(named=named).values("named")


def _files(client: Client, requests: QuerySet[ClientRequest]) -> QuerySet[KeptFile]:
    """Return what came with REQUESTS, and what proves a strategy."""
    came_with = Q(request__in=requests) | Q(
        request=None, message__in=requests.values("message")
    )
    strategies = StrategyVersion.objects.filter(client=client)
    return KeptFile.objects.filter(
        Q(pk__in=Attachment.objects.filter(came_with).values("file"))
        | Q(pk__in=Decision.objects.filter(request__in=requests).values("proofs"))
        | Q(pk__in=Outcome.objects.filter(request__in=requests).values("proofs"))
        | Q(pk__in=strategies.values("proof"))
    )
