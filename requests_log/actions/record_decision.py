"""The client decided, and told the consultant: write it down, and put an override
in writing at once."""

from datetime import datetime

from django.db import transaction

from consultancy.actions.keep_file import use_files
from consultancy.models import Document, DocumentKind
from requests_log.models import (
    ClientRequest,
    Decision,
    DecisionOutcome,
    Recommendation,
)
from requests_log.workflow import Move

from .compose_letter import Answer, compose_decision
from .move import move
from .reserve_letter import reserve_letter
from .write_letter import try_to_write

__all__ = ["Answer", "record_decision", "store_decision"]

MOVES = {
    DecisionOutcome.FOLLOWS: Move.FOLLOW,
    DecisionOutcome.WITHDRAWS: Move.WITHDRAW,
    DecisionOutcome.OVERRIDES: Move.OVERRIDE,
}


def record_decision(
    request: ClientRequest,
    *,
    answer: Answer,
    at: datetime,
    look_back_at: datetime | None = None,
) -> Decision:
    """Store the decision; for an override reserve, write and sign the letter.

    The decision is safe before the letter is begun: a letter that cannot be written
    now stays pending for `run_due`. Raises MoveRefused, AlreadyMoved, FilesGone.
    """
    decision = _store(request, answer, at, look_back_at)
    if decision.document:
        try_to_write(decision.document, at=at)
    return decision


@transaction.atomic
def _store(
    request: ClientRequest, answer: Answer, at: datetime, look_back_at: datetime | None
) -> Decision:
    move(
        request,
        MOVES[DecisionOutcome(answer.outcome)],
        at=at,
        payload=told(answer),
        changes={"asked_at": None, "due_at": look_back_at},
    )
    advice = request.advice
    if advice is None:  # the table lets nobody decide before there is advice
        raise Recommendation.DoesNotExist
    overrides = answer.outcome == DecisionOutcome.OVERRIDES
    document = reserve_decision(request, advice, answer, at) if overrides else None
    return store_decision(request, advice, answer, document=document, at=at)


def store_decision(
    request: ClientRequest,
    advice: Recommendation,
    answer: Answer,
    *,
    document: Document | None,
    at: datetime,
    corrects: Decision | None = None,
    why_corrected: str = "",
) -> Decision:
    """Store a decision with its proofs and make it the one that holds."""
    decision = Decision.objects.create(
        request=request,
        recommendation=advice,
        document=document,
        corrects=corrects,
        why_corrected=why_corrected,
        outcome=answer.outcome,
        alternative=answer.alternative,
        channel=answer.channel,
        by_name=answer.by_name,
        by_role=answer.by_role,
        words=answer.words,
        happened_at=answer.happened_at,
        recorded_at=at,
    )
    use_files(answer.proofs, at=at)
    decision.proofs.set(answer.proofs)
    request.decision = decision
    request.save(update_fields=["decision"])
    return decision


def reserve_decision(
    request: ClientRequest,
    advice: Recommendation,
    answer: Answer,
    at: datetime,
    *,
    in_place_of: Document | None = None,
    why: str = "",
) -> Document:
    """Reserve the letter of a decision."""
    overrides = answer.outcome == DecisionOutcome.OVERRIDES
    return reserve_letter(
        request,
        kind=(
            DocumentKind.WRITTEN_RECOMMENDATION
            if overrides
            else DocumentKind.DECISION_CONFIRMATION
        ),
        advice=advice,
        compose=lambda frame: compose_decision(frame, answer=answer),
        at=at,
        in_place_of=in_place_of,
        why=why,
    )


def told(answer: Answer) -> dict[str, object]:
    """Return what the ledger says of an answer."""
    return {
        "outcome": answer.outcome,
        "alternative": answer.alternative,
        "channel": answer.channel,
        "by_name": answer.by_name,
        "by_role": answer.by_role,
        "words": answer.words,
        "happened_at": answer.happened_at.isoformat(),
        "proofs": [proof.facts for proof in answer.proofs],
        "recorded": True,  # told to the consultant, not clicked by the client
    }
