"""What came of a request: the log must be able to tell the truth."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from consultancy.actions.keep_file import use_files
from consultancy.models import KeptFile
from requests_log.models import ClientRequest, Outcome
from requests_log.workflow import Move

from .move import move


@dataclass(frozen=True)
class Report:
    """What happened; ASSESSMENT is empty where nothing was advised."""

    sequel: str
    happened_on: date
    assessment: str = ""
    words: str = ""
    cost: Decimal | None = None
    currency: str = ""
    proofs: tuple[KeptFile, ...] = ()


@transaction.atomic
def record_outcome(request: ClientRequest, *, report: Report, at: datetime) -> Outcome:
    """Close the request with what came of it.

    Raises MoveRefused, AlreadyMoved, FilesGone.
    """
    stage_before = request.stage
    # The day to look back on stays: the request may be opened again before it.
    move(request, Move.RECORD_OUTCOME, at=at, payload=_told(report))
    outcome = Outcome.objects.create(
        request=request,
        stage_before=stage_before,
        sequel=report.sequel,
        assessment=report.assessment,
        words=report.words,
        happened_on=report.happened_on,
        cost=report.cost,
        currency=report.currency,
        recorded_at=at,
    )
    use_files(report.proofs, at=at)
    outcome.proofs.set(report.proofs)
    request.outcome = outcome
    request.save(update_fields=["outcome"])
    return outcome


def _told(report: Report) -> dict[str, object]:
    return {
        "sequel": report.sequel,
        "happened_on": report.happened_on.isoformat(),
        "assessment": report.assessment,
        "words": report.words,
        "cost": str(report.cost) if report.cost is not None else None,
        "currency": report.currency,
        "proofs": [proof.facts for proof in report.proofs],
    }
