"""The consultant stands by the engine's verdict, or changes it and says why."""

from datetime import datetime

from django.db import transaction

from requests_log.models import ClientRequest, Confirmation, Verdict
from requests_log.workflow import Move

from .move import move


@transaction.atomic
def confirm_verdict(
    request: ClientRequest,
    *,
    verdict: str,
    reason: str,
    own_rule: str,
    at: datetime,
) -> Confirmation:
    """Clear the request or object to it. The engine's verdict stays beside.

    Until something is advised the verdict may be changed again; the ledger keeps
    every one. Raises MoveRefused, AlreadyMoved; IntegrityError for a change without
    a reason.
    """
    engine_verdict = request.triage.verdict
    move(
        request,
        Move.CLEAR if verdict == Verdict.FINE else Move.OBJECT,
        at=at,
        payload={
            "verdict": verdict,
            "engine_verdict": engine_verdict,
            "reason": reason,
            "own_rule": own_rule,
        },
        changes={"verdict": verdict},
        seen={"text": request.text},  # it may have been split meanwhile
    )
    confirmation, _is_new = Confirmation.objects.update_or_create(
        request=request,
        defaults={
            "verdict": verdict,
            "engine_verdict": engine_verdict,
            "reason": reason,
            "own_rule": own_rule,
            "at": at,
        },
    )
    request.confirmation = confirmation
    return confirmation
