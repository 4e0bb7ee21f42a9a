"""The client decided, and told the consultant: write it down, and put an override
in writing at once."""

import logging
from datetime import datetime

from django.db import transaction

from consultancy.actions.reserve_document import Reservation, reserve_document
from consultancy.errors import DocumentNotWritten
from consultancy.models import Document, DocumentKind
from requests_log.letters.written_recommendation import to_record
from requests_log.models import (
    ClientRequest,
    Decision,
    DecisionOutcome,
    Recommendation,
)
from requests_log.selectors.request_page import latest_advice
from requests_log.workflow import Move

from .compose_letter import Answer, compose_letter
from .move import move, subject_of
from .write_letter import write_letter

__all__ = ["Answer", "record_decision"]

MOVES = {
    DecisionOutcome.FOLLOWS: Move.FOLLOW,
    DecisionOutcome.WITHDRAWS: Move.WITHDRAW,
    DecisionOutcome.OVERRIDES: Move.OVERRIDE,
}
log = logging.getLogger(__name__)


def record_decision(
    request: ClientRequest, *, answer: Answer, at: datetime
) -> Decision:
    """Store the decision; for an override reserve, write and sign the letter.

    The decision is safe before the letter is begun: a letter that cannot be written
    now stays pending for `run_due`. Raises MoveRefused, AlreadyMoved.
    """
    decision = _store(request, answer, at)
    if decision.document:
        try:
            write_letter(decision.document, at=at)
        except DocumentNotWritten as error:
            log.warning("letter %s is pending: %s", error, error.__cause__)
    return decision


@transaction.atomic
def _store(request: ClientRequest, answer: Answer, at: datetime) -> Decision:
    move(request, MOVES[DecisionOutcome(answer.outcome)], at=at, payload=_told(answer))
    advice = latest_advice(request)
    if advice is None:  # the table lets nobody decide before there is advice
        raise Recommendation.DoesNotExist
    overrides = answer.outcome == DecisionOutcome.OVERRIDES
    return Decision.objects.create(
        request=request,
        recommendation=advice,
        document=_reserve(request, advice, answer, at) if overrides else None,
        outcome=answer.outcome,
        alternative=answer.alternative,
        channel=answer.channel,
        by_name=answer.by_name,
        by_role=answer.by_role,
        words=answer.words,
        happened_at=answer.happened_at,
        recorded_at=at,
    )


def _reserve(
    request: ClientRequest, advice: Recommendation, answer: Answer, at: datetime
) -> Document:
    def record(reservation: Reservation) -> dict[str, object]:
        letter = compose_letter(
            request, advice=advice, answer=answer, reservation=reservation, at=at
        )
        return to_record(letter)

    return reserve_document(
        request.consultant,
        kind=DocumentKind.WRITTEN_RECOMMENDATION,
        language=advice.language,
        client=request.client,
        subject=subject_of(request),
        record=record,
        at=at,
    )


def _told(answer: Answer) -> dict[str, object]:
    return {
        "outcome": answer.outcome,
        "alternative": answer.alternative,
        "channel": answer.channel,
        "by_name": answer.by_name,
        "by_role": answer.by_role,
        "words": answer.words,
        "happened_at": answer.happened_at.isoformat(),
        "recorded": True,  # told to the consultant, not clicked by the client
    }
