"""A decision was written down wrongly: the right one takes its place, both stay."""

from datetime import datetime

from django.db import transaction

from requests_log.errors import MoveRefused
from requests_log.models import ClientRequest, Decision, DecisionOutcome
from requests_log.workflow import Move

from .compose_letter import Answer
from .move import move
from .record_decision import reserve_decision, store_decision, told
from .write_letter import try_to_write

MOVES = {
    DecisionOutcome.FOLLOWS: Move.CORRECT_TO_FOLLOWS,
    DecisionOutcome.WITHDRAWS: Move.CORRECT_TO_WITHDRAWS,
    DecisionOutcome.OVERRIDES: Move.CORRECT_TO_OVERRIDES,
}


def correct_decision(
    request: ClientRequest, *, answer: Answer, reason: str, at: datetime
) -> Decision:
    """Put ANSWER in the place of the decision that holds.

    Where that one has a letter, or the right one needs one, a letter is issued; it
    names the one it supersedes. Raises MoveRefused, AlreadyMoved, FilesGone.
    """
    decision = _store(request, answer, reason, at)
    if decision.document:
        try_to_write(decision.document, at=at)
    return decision


@transaction.atomic
def _store(
    request: ClientRequest, answer: Answer, reason: str, at: datetime
) -> Decision:
    wrong = request.decision
    wanted = MOVES[DecisionOutcome(answer.outcome)]
    if wrong is None:
        raise MoveRefused(wanted, request.stage)
    payload = told(answer) | {"instead_of": wrong.outcome, "reason": reason}
    move(request, wanted, at=at, payload=payload)
    # Another tab may have had it confirmed in a letter before we held the request.
    wrong = Decision.objects.get(pk=wrong.pk)
    advice, document = wrong.recommendation, None
    if wrong.document or answer.outcome == DecisionOutcome.OVERRIDES:
        document = reserve_decision(
            request, advice, answer, at, in_place_of=wrong.document, why=reason
        )
    return store_decision(
        request,
        advice,
        answer,
        document=document,
        at=at,
        corrects=wrong,
        why_corrected=reason,
    )
