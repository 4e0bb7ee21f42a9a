"""Move a request along the workflow's table, once, whoever else is trying."""

from datetime import datetime
from typing import Any

from consultancy.actions.write_down import SYSTEM, write_down
from requests_log.errors import AlreadyMoved
from requests_log.models import ClientRequest
from requests_log.workflow import MOVES, Move, Stage, Who, ensure_allowed


def move(
    request: ClientRequest,
    wanted: Move,
    *,
    at: datetime,
    payload: dict[str, Any],
    changes: dict[str, Any] | None = None,
    who: Who = Who.CONSULTANT,
    back_to: Stage | None = None,
    seen: dict[str, Any] | None = None,
) -> None:
    """Make a move inside the caller's transaction and enter it.

    CHANGES are further columns that change with the stage; BACK_TO is where REOPEN
    leads. Stage, advice and decision must still be as the caller saw them, and so must
    the columns in SEEN. Raises MoveRefused when the table forbids the move,
    AlreadyMoved when another tab was faster.
    """
    stage = Stage(request.stage)
    ensure_allowed(wanted, stage=stage, who=who)
    target = back_to or MOVES[wanted].target or stage
    # One statement: of two tabs that saw the same request, one finds a row.
    held = {"advice": request.advice_id, "decision": request.decision_id}
    unmoved = ClientRequest.objects.filter(
        pk=request.pk, stage=stage, **held, **(seen or {})
    )
    if not unmoved.update(stage=target, **(changes or {})):
        raise AlreadyMoved
    write_down(
        request.consultant,
        kind=wanted,
        at=at,
        subject=subject_of(request),
        payload=payload,
        actor=SYSTEM if who is Who.CLOCK else None,
    )
    request.refresh_from_db()


def subject_of(request: ClientRequest) -> str:
    """Return how the ledger names a request."""
    return f"request:{request.pk}"
