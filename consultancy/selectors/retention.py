"""How long may letters be kept once the work for a client has ended?"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Q, QuerySet

from consultancy.models import (
    Client,
    ClientStatus,
    Consultant,
    Document,
    DocumentFile,
    DocumentStatus,
    Erasure,
    KeptFile,
    LegalHold,
    Retention,
)
from consultancy.models.keeping import YEARS


def retention_years(consultant: Consultant) -> int:
    """Return the years that the practice has settled, or the ones it starts with."""
    settled = Retention.objects.filter(consultant=consultant)
    years = settled.values_list("years", flat=True).first()
    return YEARS if years is None else years


@dataclass(frozen=True)
class LettersTold:
    """How many letters a client has, how many are being written, and when the last
    was reserved."""

    count: int
    pending: int
    last_at: datetime | None


def letters_told(client: Client) -> LettersTold:
    own = Document.objects.filter(client=client)
    pending = Count("pk", filter=Q(status=DocumentStatus.PENDING))
    told = own.aggregate(n=Count("pk"), pending=pending, last=Max("reserved_at"))
    return LettersTold(told["n"], told["pending"], told["last"])


def kept_until(client: Client, *, letters: LettersTold, today: date) -> date | None:
    """Return the day until which the client's letters are evidence; None where there
    is no letter, or the day is past."""
    if letters.last_at is None:
        return None
    ended = today
    if client.status == ClientStatus.ENDED and client.status_on:
        # Whoever was sent a letter after the noted end was a client still.
        ended = max(client.status_on, letters.last_at.date())
    until = years_after(ended, retention_years(client.consultant))
    return until if until > today else None


def years_after(day: date, years: int) -> date:
    """Return the same day YEARS later; 29 February becomes the day after."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def erased_or_not(consultant: Consultant, pk: int) -> Client | None:
    """Return one of the consultant's clients, even one whose letters alone are left."""
    return Client.objects.of(consultant).filter(pk=pk).first()


def hold_on(client: Client) -> LegalHold | None:
    """Return what forbids to erase anything of the client, if anything does."""
    return LegalHold.objects.filter(client=client, lifted_at=None).first()


def kept_as_evidence(consultant: Consultant) -> QuerySet[Erasure]:
    """Return the erased clients of whom letters are kept, the first to go on top."""
    rows = Erasure.objects.of(consultant).filter(done_at=None)
    return rows.select_related("client").order_by("keep_until", "pk")


def evidence_letters(erasure: Erasure) -> QuerySet[Document]:
    """Return the letters that are kept of an erased client."""
    rows = Document.objects.filter(client=erasure.client_id, erased_at=None)
    return rows.defer("record").order_by("reserved_at", "pk")


def evidence_file(erasure: Erasure, fingerprint: str) -> DocumentFile | KeptFile | None:
    """Return what is kept of an erased client and has this SHA-256, if it is his."""
    letters = DocumentFile.objects.filter(document__client=erasure.client_id)
    found = letters.filter(sha256=fingerprint).select_related("document").first()
    return found or erasure.files.filter(sha256=fingerprint).first()


def erasures_due(today: date) -> QuerySet[Erasure]:
    """Return those whose day has come and whose client nothing holds."""
    held = LegalHold.objects.filter(lifted_at=None).values("client")
    due = Erasure.objects.filter(done_at=None, keep_until__lte=today)
    return due.exclude(client__in=held).select_related("consultant").order_by("pk")
