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
    "confirm_verdict_fine": _("Verdict confirmed: fine"),
    "confirm_verdict_objection": _("Verdict confirmed: objection"),
    "recommend": _("Recommendation written"),
    "send": _("Recommendation sent"),
    "ask": _("The client asked something"),
    "propose": _("The client proposed something else"),
    "decide_follows": _("The client follows the recommendation"),
    "decide_withdraws": _("The client withdraws the request"),
    "decide_overrides": _("The client goes ahead against the recommendation"),
    "close_unanswered": _("Left without an answer"),
    "correct_to_follows": _("Decision corrected: follows the recommendation"),
    "correct_to_withdraws": _("Decision corrected: withdraws the request"),
    "correct_to_overrides": _("Decision corrected: goes ahead all the same"),
    "confirm_in_writing": _("Decision confirmed in writing"),
    "record_outcome": _("Outcome recorded"),
    "reopen": _("Opened again"),
    "document_reserved": _("Letter numbered"),
    "document_issued": _("Letter issued and signed"),
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
    told: dict[str, Any]  # what the entry holds


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
        told=entry.payload.content,
    )


def _happened(payload: dict[str, Any], at: datetime) -> datetime | None:
    told = payload.get("happened_at")
    moment = parse_datetime(told) if isinstance(told, str) else None
    if moment is None or abs((at - moment).total_seconds()) < 60:
        return None
    return moment
