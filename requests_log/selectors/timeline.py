"""What happened to a request, entry by entry, in the reader's language."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.models import LedgerEntry
from requests_log.models import ClientRequest
from requests_log.workflow import MOVES, Move

SENTENCES = {
    "log_request": gettext_lazy("Request logged"),
    "split_request": gettext_lazy("Message split into requests"),
    "attach_files": gettext_lazy("Files added"),
    "confirm_verdict_fine": gettext_lazy("Verdict confirmed: fine"),
    "confirm_verdict_objection": gettext_lazy("Verdict confirmed: objection"),
    "recommend": gettext_lazy("Recommendation written"),
    "send": gettext_lazy("Recommendation sent"),
    "ask": gettext_lazy("The client asked something"),
    "propose": gettext_lazy("The client proposed something else"),
    "decide_follows": gettext_lazy("The client follows the recommendation"),
    "decide_withdraws": gettext_lazy("The client withdraws the request"),
    "decide_overrides": gettext_lazy(
        "The client goes ahead against the recommendation"
    ),
    "close_unanswered": gettext_lazy("Left without an answer"),
    "correct_to_follows": gettext_lazy(
        "Decision corrected: follows the recommendation"
    ),
    "correct_to_withdraws": gettext_lazy("Decision corrected: withdraws the request"),
    "correct_to_overrides": gettext_lazy("Decision corrected: goes ahead all the same"),
    "confirm_in_writing": gettext_lazy("Decision confirmed in writing"),
    "record_outcome": gettext_lazy("Outcome recorded"),
    "reopen": gettext_lazy("Opened again"),
    "document_reserved": gettext_lazy("Letter numbered"),
    "document_issued": gettext_lazy("Letter issued and signed"),
    "document_timestamped": gettext_lazy("The letter's timestamp came"),
    "document_lasting": gettext_lazy("Letter made to be checked in later years"),
    "document_countersigned": gettext_lazy("Letter counter-signed by the client"),
    "document_own_signed": gettext_lazy("Letter signed by you as well"),
    "drop": gettext_lazy("Request dropped"),
    "clock_went_back": gettext_lazy("The clock of this computer went back"),
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


def seen_of(request: ClientRequest) -> str:
    """Return how far a request has come, for a form to say what it was drawn from."""
    entries = LedgerEntry.objects.of(request.consultant)
    own = entries.filter(subject=f"request:{request.pk}", kind__in=list(Move))
    return str(own.count())


def seen_in(steps: list[Step]) -> str:
    """Return what `seen_of` would, of a timeline that is at hand."""
    return str(len(moves_in(steps)))


def moves_in(steps: list[Step]) -> list[Step]:
    """Return the steps by which the request moved on."""
    return [step for step in steps if step.kind in MOVES]


def _step(entry: LedgerEntry) -> Step:
    return Step(
        seq=entry.seq,
        kind=entry.kind,
        sentence=_sentence(entry),
        at=entry.at,
        happened_at=_happened(entry.payload.content, entry.at),
        by_consultant=entry.actor.startswith("consultant:"),
        hash=entry.hash,
        told=entry.payload.content,
    )


def _sentence(entry: LedgerEntry) -> str:
    if entry.kind == "send" and entry.payload.content.get("reminder"):
        return _("Reminder sent")
    if entry.kind == "document_issued" and "stamped_at" in entry.payload.content:
        if entry.payload.content["stamped_at"]:
            return _("Letter issued, signed and timestamped")
        return _("Letter issued and signed, still without a timestamp")
    return str(SENTENCES.get(entry.kind, entry.kind))


def _happened(payload: dict[str, Any], at: datetime) -> datetime | None:
    told = payload.get("happened_at")
    moment = parse_datetime(told) if isinstance(told, str) else None
    if moment is None or abs((at - moment).total_seconds()) < 60:
        return None
    return moment
