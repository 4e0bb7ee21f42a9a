"""What happened to a request, entry by entry, in the reader's language."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from consultancy.models import LedgerEntry
from requests_log.models import ClientRequest

SENTENCES = {
    "log_request": _("Request logged"),
    "split_request": _("Message split into requests"),
    "attach_files": _("Files added"),
    "confirm_verdict_fine": _("Verdict confirmed: fine"),
    "confirm_verdict_objection": _("Verdict confirmed: objection"),
    "recommend": _("Recommendation written"),
    "send": _("Recommendation sent"),
    "decide_follows": _("The client follows the recommendation"),
    "decide_withdraws": _("The client withdraws the request"),
    "decide_overrides": _("The client goes ahead against the recommendation"),
    "document_reserved": _("Written recommendation numbered"),
    "document_issued": _("Written recommendation issued and signed"),
    "drop": _("Request dropped"),
    "clock_went_back": _("The clock of this computer went back"),
}


@dataclass(frozen=True)
class Step:
    """One entry; `happened_at` is set where it differs from the time of entry."""

    seq: int
    kind: str
    sentence: str
    at: datetime
    happened_at: datetime | None
    by_consultant: bool
    hash: str


def timeline_of(request: ClientRequest) -> list[Step]:
    """Return the request's ledger entries, first to last."""
    entries = LedgerEntry.objects.of(request.consultant)
    own = entries.filter(subject=f"request:{request.pk}").select_related("payload")
    return [_step(entry) for entry in own.order_by("seq")]


def _step(entry: LedgerEntry) -> Step:
    return Step(
        seq=entry.seq,
        kind=entry.kind,
        sentence=str(SENTENCES.get(entry.kind, entry.kind)),
        at=entry.at,
        happened_at=_happened(entry.payload.content, entry.at),
        by_consultant=entry.actor.startswith("consultant:"),
        hash=entry.hash,
    )


def _happened(payload: dict[str, Any], at: datetime) -> datetime | None:
    told = payload.get("happened_at")
    moment = parse_datetime(told) if isinstance(told, str) else None
    if moment is None or abs((at - moment).total_seconds()) < 60:
        return None
    return moment
