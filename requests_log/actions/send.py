"""The advice reached the client: how and when, by the consultant's account."""

from datetime import datetime

from django.db import transaction

from requests_log.models import Dispatch, Recommendation
from requests_log.workflow import Move

from .move import move


@transaction.atomic
def send(
    recommendation: Recommendation,
    *,
    channel: str,
    happened_at: datetime,
    at: datetime,
) -> Dispatch:
    """Note one sending of this version. Raises MoveRefused, AlreadyMoved."""
    move(
        recommendation.request,
        Move.SEND,
        at=at,
        payload={
            "version": recommendation.version,
            "channel": channel,
            "happened_at": happened_at.isoformat(),
        },
    )
    return Dispatch.objects.create(
        recommendation=recommendation,
        channel=channel,
        happened_at=happened_at,
        recorded_at=at,
    )
