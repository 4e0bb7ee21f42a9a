"""The ledger of a consultant, entry by entry, as a line of JSON each."""

import json
from collections.abc import Iterator
from typing import Any

from consultancy.ledger.chain import utc_text
from consultancy.models import Consultant, Document, LedgerEntry, LedgerHead
from consultancy.selectors.retention import kept_as_evidence

from .rows import AT_A_TIME

COLUMNS = (
    *("seq", "kind", "at", "actor", "subject", "commitment", "previous_hash", "hash"),
    *("payload__salt", "payload__content"),
)


def head_of(consultant: Consultant) -> dict[str, Any]:
    """Return where the ledger ends now."""
    head = LedgerHead.objects.get(consultant=consultant)
    return {"seq": head.seq, "hash": head.hash}


def letters_told(consultant: Consultant, *, until: int) -> list[dict[str, Any]]:
    """Return what letters print of the ledger, those reserved before UNTIL."""
    rows = Document.objects.of(consultant).filter(ledger_seq__lte=until)
    return [
        {"number": row.number, "seq": row.ledger_seq, "head": row.ledger_head}
        for row in rows.defer("record").order_by("ledger_seq").iterator(AT_A_TIME)
    ]


def ledger_lines(consultant: Consultant, *, until: int) -> Iterator[bytes]:
    """Yield the entries up to UNTIL; what is kept as evidence alone is not told."""
    withheld = _withheld_subjects(consultant)
    rows = LedgerEntry.objects.of(consultant).filter(seq__lte=until).order_by("seq")
    for row in rows.values_list(*COLUMNS).iterator(chunk_size=AT_A_TIME):
        told: dict[str, Any] = dict(zip(COLUMNS[:8], row[:8], strict=True))
        told["at"] = utc_text(told["at"])
        salt, content = row[8:]
        if (
            salt is not None
            and told["subject"] in withheld
            and told["kind"] != "erased"
        ):
            told["withheld"], salt, content = True, None, None
        told["salt"] = bytes(salt).hex() if salt is not None else None
        told["content"] = content
        yield (json.dumps(told, ensure_ascii=False) + "\n").encode()


def _withheld_subjects(consultant: Consultant) -> set[str]:
    erasures = list(kept_as_evidence(consultant))
    letters = Document.objects.filter(client__in=[each.client_id for each in erasures])
    return {
        *(f"client:{each.client_number}" for each in erasures),
        *letters.values_list("subject", flat=True),
    }
