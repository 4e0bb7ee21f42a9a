"""A number and a frozen content for a letter that will be written at once."""

import zoneinfo
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from consultancy.models import Client, Consultant, Document
from consultancy.selectors.letter_address import fingerprint_of

from .take_turn import take_turn
from .write_down import write_down


@dataclass(frozen=True)
class Reservation:
    """What the letter must print and cannot know before it has its number."""

    number: str
    ledger_seq: int
    ledger_head: str


def reserve_document(
    consultant: Consultant,
    *,
    kind: str,
    language: str,
    client: Client,
    subject: str,
    record: Callable[[Reservation], dict[str, Any]],
    at: datetime,
    supersedes: Document | None = None,
) -> Document:
    """Reserve the next number in the caller's transaction; it is never freed.

    SUPERSEDES is an earlier letter that stays as it is. RECORD makes the content from
    the reservation, as JSON. The number's year is the one in the consultant's own zone.
    """
    head = take_turn(consultant)
    year = at.astimezone(zoneinfo.ZoneInfo(consultant.user.time_zone)).year
    document = Document(
        consultant=consultant,
        kind=kind,
        year=year,
        serial=_next_serial(consultant, year),
        language=language,
        client=client,
        recipient=client.name,
        subject=subject,
        supersedes=supersedes,
        ledger_seq=head.seq,
        ledger_head=head.hash,
        reserved_at=at,
    )
    document.record = record(Reservation(document.number, head.seq, head.hash))
    document.fingerprint = fingerprint_of(document.record)
    document.save()
    _enter(document, at)
    return document


def _next_serial(consultant: Consultant, year: int) -> int:
    earlier = Document.objects.of(consultant).filter(year=year)
    last = earlier.order_by("-serial").values_list("serial", flat=True).first()
    return (last or 0) + 1


def _enter(document: Document, at: datetime) -> None:
    write_down(
        document.consultant,
        kind="document_reserved",
        at=at,
        subject=document.subject,
        payload={
            "number": document.number,
            "kind": document.kind,
            "fingerprint": document.fingerprint,
            "supersedes": document.supersedes.number if document.supersedes else None,
        },
    )
