"""A decision that needed no letter is confirmed in one after all."""

from datetime import datetime

from django.db import transaction

from consultancy.models import Document
from requests_log.errors import AlreadyMoved
from requests_log.models import ClientRequest, Decision
from requests_log.workflow import Move

from .compose_letter import Answer
from .move import move
from .record_decision import reserve_decision
from .write_letter import try_to_write


def confirm_in_writing(request: ClientRequest, *, at: datetime) -> Document:
    """Issue the confirmation of the decision that holds.

    Raises MoveRefused; AlreadyMoved where it has a letter.
    """
    document = _reserve(request, at)
    try_to_write(document, at=at)
    return document


@transaction.atomic
def _reserve(request: ClientRequest, at: datetime) -> Document:
    move(request, Move.CONFIRM_IN_WRITING, at=at, payload={})
    decision = request.decision
    if decision is None or decision.document_id:
        raise AlreadyMoved
    document = reserve_decision(request, decision.recommendation, _answer(decision), at)
    unwritten = Decision.objects.filter(pk=decision.pk, document=None)
    if not unwritten.update(document=document):
        raise AlreadyMoved
    return document


def _answer(decision: Decision) -> Answer:
    return Answer(
        outcome=decision.outcome,
        alternative=decision.alternative,
        channel=decision.channel,
        by_name=decision.by_name,
        by_role=decision.by_role,
        words=decision.words,
        happened_at=decision.happened_at,
        proofs=tuple(decision.proofs.order_by("pk")),
    )
