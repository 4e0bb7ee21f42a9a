"""The request came to nothing before anybody decided: say why, and let it rest."""

from datetime import datetime

from django.db import transaction

from requests_log.models import ClientRequest
from requests_log.workflow import Move

from .move import move

RESTING = {"due_at": None, "asked_at": None}


@transaction.atomic
def drop(request: ClientRequest, *, reason: str, at: datetime) -> None:
    """Drop the request. Raises MoveRefused, AlreadyMoved."""
    move(request, Move.DROP, at=at, payload={"reason": reason}, changes=RESTING)
