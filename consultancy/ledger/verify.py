"""Walk a consultant's chain from the first entry and find where it does not hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from consultancy.models import Consultant, Document, LedgerEntry, LedgerHead

from .chain import Fault, Link, commitment, faults

BATCH = 2000  # entries held in memory at once


@dataclass(frozen=True)
class ChainReport:
    """What a walk found: how many entries, and the first fault, if any."""

    entries: int
    fault: Fault | None


def verify_chain(consultant: Consultant) -> ChainReport:
    """Recompute every hash and commitment, and compare the end with the head."""
    fault = next(faults(_links(consultant)), None) or _payload_fault(consultant)
    head = LedgerHead.objects.get(consultant=consultant)
    if fault is None:
        fault = _head_fault(consultant, head)
    return ChainReport(LedgerEntry.objects.of(consultant).count(), fault)


def verify_anchors(consultant: Consultant) -> Fault | None:
    """Compare the heads printed in issued documents with the chain as it is now."""
    documents = Document.objects.of(consultant).order_by("ledger_seq")
    for seq, head in documents.values_list("ledger_seq", "ledger_head"):
        found = LedgerEntry.objects.of(consultant).filter(seq=seq, hash=head)
        if not found.exists():
            return Fault(seq, "differs_from_document")
    return None


def _entries(consultant: Consultant) -> Iterator[LedgerEntry]:
    rows = LedgerEntry.objects.of(consultant).select_related("payload")
    return rows.order_by("seq").iterator(chunk_size=BATCH)


def _links(consultant: Consultant) -> Iterator[tuple[Link, str]]:
    chain = str(consultant.public_id)
    for entry in _entries(consultant):
        yield _link(entry, chain), entry.hash


def _link(entry: LedgerEntry, chain: str) -> Link:
    return Link(
        chain=chain,
        seq=entry.seq,
        kind=entry.kind,
        at=entry.at,
        actor=entry.actor,
        subject=entry.subject,
        commitment=entry.commitment,
        previous_hash=entry.previous_hash,
    )


def _payload_fault(consultant: Consultant) -> Fault | None:
    for entry in _entries(consultant):
        payload = getattr(entry, "payload", None)
        if payload is None:
            return Fault(entry.seq, "payload_missing")
        if commitment(bytes(payload.salt), payload.content) != entry.commitment:
            return Fault(entry.seq, "payload_altered")
    return None


def _head_fault(consultant: Consultant, head: LedgerHead) -> Fault | None:
    last = LedgerEntry.objects.of(consultant).order_by("-seq").first()
    if (last.seq if last else 0) < head.seq:
        return Fault(head.seq, "missing")
    if last and (last.seq, last.hash) != (head.seq, head.hash):
        return Fault(last.seq, "head_differs")
    return None
