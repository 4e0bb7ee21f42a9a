"""Take away what entries told. They stay, hang together as before, and a later entry
says which of them were erased and why."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import QuerySet

from consultancy.models import Consultant, LedgerEntry, LedgerPayload

from .append import append

ERASED = "erased"
# What was erased, by whom and why: that tells of nobody, and proves the rest.
ABOUT_ERASING = (ERASED, "client_erased", "evidence_looked_at", "account_erased")
AT_A_TIME = 500


def erase_payloads(
    consultant: Consultant,
    *,
    entries: QuerySet[LedgerEntry],
    ground: str,
    actor: str,
    at: datetime,
) -> int:
    """Erase in the caller's transaction what ENTRIES told; return how many did."""
    told = entries.exclude(kind__in=ABOUT_ERASING).filter(payload__isnull=False)
    rows = list(told.order_by("subject", "seq").values_list("subject", "seq", "pk"))
    for subject, of_subject in groupby(rows, key=lambda row: row[0]):
        seqs = [seq for _subject, seq, _pk in of_subject]
        append(
            consultant,
            kind=ERASED,
            at=at,
            actor=actor,
            subject=subject,
            payload={"entries": _runs(seqs), "ground": ground},
        )
    keys = [pk for _subject, _seq, pk in rows]
    for first in range(0, len(keys), AT_A_TIME):
        batch = keys[first : first + AT_A_TIME]
        LedgerPayload.objects.filter(entry_id__in=batch).delete()
    return len(keys)


def erased_seqs(consultant: Consultant) -> set[int]:
    """Return the places whose content is gone because a later entry says so."""
    rows = LedgerEntry.objects.of(consultant).filter(kind=ERASED)
    said = rows.values_list("seq", "payload__content")
    return {
        seq
        for by, content in said.iterator(chunk_size=AT_A_TIME)
        for seq in _seqs(content, by)
    }


def _runs(seqs: Iterable[int]) -> list[list[int]]:
    """Return rising numbers as [first, last] pairs."""
    runs: list[list[int]] = []
    for seq in seqs:
        if runs and runs[-1][1] == seq - 1:
            runs[-1][1] = seq
        else:
            runs.append([seq, seq])
    return runs


def _seqs(content: Any, by: int) -> Iterator[int]:
    """Yield the earlier places that the content of entry BY names; one that was
    tampered with is a fault told elsewhere."""
    try:
        for first, last in content["entries"]:
            yield from range(first, min(last + 1, by))
    except (KeyError, TypeError, ValueError):
        return
