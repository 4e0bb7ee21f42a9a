"""A request was closed or dropped by mistake, or is not over: it goes back."""

from datetime import datetime

from django.db import transaction

from requests_log.models import ClientRequest
from requests_log.selectors.due import due_of
from requests_log.selectors.stage_before import stage_before
from requests_log.workflow import Move, Stage

from .move import move


@transaction.atomic
def reopen(request: ClientRequest, *, at: datetime) -> Stage:
    """Return the stage the request is back at. Raises MoveRefused, AlreadyMoved."""
    back_to = stage_before(request)
    move(
        request,
        Move.REOPEN,
        at=at,
        payload={"stage": back_to},
        changes={
            "outcome": None,
            "due_at": due_of(request) if back_to == Stage.ADVISED else None,
        },
        back_to=back_to,
    )
    return back_to
