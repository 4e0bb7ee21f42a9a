"""A request was closed or dropped by mistake, or is not over: it goes back."""

from datetime import datetime
from typing import Any

from django.db import transaction

from requests_log.models import ClientRequest
from requests_log.selectors.due import due_of
from requests_log.selectors.stage_before import question_owed, stage_before
from requests_log.workflow import Move, Stage

from .move import move


@transaction.atomic
def reopen(request: ClientRequest, *, at: datetime) -> Stage:
    """Return the stage the request is back at. Raises MoveRefused, AlreadyMoved."""
    back_to = stage_before(request)
    changes: dict[str, Any] = {"outcome": None}
    if back_to == Stage.ADVISED:
        asked_at = question_owed(request)
        due_at = None if asked_at else due_of(request)
        changes |= {"asked_at": asked_at, "due_at": due_at}
    move(
        request,
        Move.REOPEN,
        at=at,
        payload={"stage": back_to},
        changes=changes,
        back_to=back_to,
    )
    return back_to
