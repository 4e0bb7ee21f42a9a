"""Walk a consultant's chain from the first entry and find where it does not hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from operator import attrgetter
from typing import Any

from consultancy.models import Consultant, Document, LedgerEntry, LedgerHead
from consultancy.models.document import number_text

from .append import CLOCK_WENT_BACK
from .chain import Anchor, Fault, Link, NotCanonical, Walker, commitment
from .erase import erased_seqs

BATCH = 2000  # entries held in memory at once
COLUMNS = (
    *("seq", "kind", "at", "actor", "subject", "commitment", "previous_hash", "hash"),
    *("payload__salt", "payload__content"),
)


@dataclass(frozen=True)
class ChainReport:
    """What a walk found: how many entries hold, of how many the content was erased,
    at which ones the clock had gone back, how many anchors agree, and the first fault,
    if any."""

    entries: int
    erased: int
    clock_went_back: tuple[int, ...]
    anchors: int
    fault: Fault | None


@dataclass(frozen=True)
class _Step:
    link: Link
    hash: str
    salt: bytes | None
    content: Any

    @property
    def payload_fault(self) -> str:
        if self.salt is None:
            return "payload_missing"
        try:
            told = commitment(bytes(self.salt), self.content)
        except NotCanonical:
            return "payload_altered"
        return "" if told == self.link.commitment else "payload_altered"


def verify_chain(
    consultant: Consultant, *, checkpoint: Sequence[Anchor] = ()
) -> ChainReport:
    """Recompute every hash and commitment; compare the end with the head, and the
    whole with the letters that were issued and with CHECKPOINT."""
    walk = _Walk(consultant, merge(_letters(consultant), checkpoint, key=_place))
    fault = walk.to_the_end() or _head_fault(consultant, walk.walker)
    return ChainReport(
        entries=walk.walker.seq if fault is None else fault.seq - 1,
        erased=walk.erased,
        clock_went_back=tuple(walk.clock_went_back),
        anchors=walk.anchors_seen,
        fault=fault,
    )


_place = attrgetter("seq")


class _Walk:
    """One way along the chain, past the anchors that stand beside it in order."""

    def __init__(self, consultant: Consultant, anchors: Iterable[Anchor]) -> None:
        others = Consultant.objects.exclude(pk=consultant.pk)
        chains = [str(each) for each in others.values_list("public_id", flat=True)]
        self.walker = Walker(other_chains=chains)
        self.clock_went_back: list[int] = []
        self.anchors_seen = self._sound_until = self.erased = 0
        self._may_be_gone = erased_seqs(consultant)
        self._steps = _steps(consultant)
        self._anchors = iter(anchors)
        self._next = next(self._anchors, None)

    def to_the_end(self) -> Fault | None:
        fault = self._anchor_fault()
        for step in self._steps:
            fault = fault or self.walker.step(step.link, step.hash)
            fault = fault or self._fault_beside(step)
            if fault:
                return fault
        if self._next:
            return self._fault_at(self._next, "older_than_anchor")
        return None

    def _fault_beside(self, step: _Step) -> Fault | None:
        if step.link.kind == CLOCK_WENT_BACK:
            self.clock_went_back.append(step.link.seq)
        why = step.payload_fault
        if why == "payload_missing" and step.link.seq in self._may_be_gone:
            self.erased += 1
            why = ""
        return Fault(step.link.seq, why) if why else self._anchor_fault()

    def _anchor_fault(self) -> Fault | None:
        """Compare the anchors of the entry that was taken last."""
        while self._next and self._next.seq <= self.walker.seq:
            if self._next.hash != self.walker.hash:
                return self._fault_at(self._next, "differs_from_anchor")
            self.anchors_seen += 1
            self._sound_until = self._next.seq
            self._next = next(self._anchors, None)
        return None

    def _fault_at(self, anchor: Anchor, why: str) -> Fault:
        return Fault(anchor.seq, why, anchor.held_by, self._sound_until)


def _letters(consultant: Consultant) -> Iterator[Anchor]:
    """Yield the heads that letters print."""
    rows = Document.objects.of(consultant).order_by("ledger_seq")
    columns = rows.values_list("ledger_seq", "ledger_head", "year", "serial")
    for seq, head, year, serial in columns.iterator(chunk_size=BATCH):
        yield Anchor(seq, head, f"letter {number_text(year, serial)}")


def _steps(consultant: Consultant) -> Iterator[_Step]:
    chain = str(consultant.public_id)
    rows = LedgerEntry.objects.of(consultant).order_by("seq")
    for row in rows.values_list(*COLUMNS).iterator(chunk_size=BATCH):
        link = Link(chain, *row[:7])
        yield _Step(link, *row[7:])


def _head_fault(consultant: Consultant, walker: Walker) -> Fault | None:
    head = LedgerHead.objects.get(consultant=consultant)
    if walker.seq < head.seq:
        return Fault(walker.seq + 1, "cut_off")
    if (walker.seq, walker.hash) != (head.seq, head.hash):
        return Fault(walker.seq, "head_differs")
    return None
