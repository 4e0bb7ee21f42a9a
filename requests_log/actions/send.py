"""The advice reached the client: how and when, by the consultant's account."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from requests_log.models import ClientRequest, Dispatch, Recommendation
from requests_log.selectors.due import due_of, sent_and_reminded
from requests_log.workflow import Move

from .move import move


@dataclass(frozen=True)
class Sent:
    """How it went out; WORDS are what was said along with it, if anything."""

    channel: str
    happened_at: datetime
    is_reminder: bool = False
    words: str = ""


@transaction.atomic
def send(recommendation: Recommendation, *, sent: Sent, at: datetime) -> Dispatch:
    """Note one sending of this version, and when the next word is due.

    Raises MoveRefused, AlreadyMoved.
    """
    request = recommendation.request
    reminder = _which_reminder(recommendation) if sent.is_reminder else None
    move(
        request,
        Move.SEND,
        at=at,
        payload={
            "version": recommendation.version,
            "language": recommendation.language,
            "channel": sent.channel,
            "happened_at": sent.happened_at.isoformat(),
            "reminder": reminder,
            "words": sent.words,
        },
        changes={"asked_at": None},
        # A second press, or another tab that sent it meanwhile, finds these changed.
        seen={"asked_at": request.asked_at, "due_at": request.due_at},
    )
    dispatch = Dispatch.objects.create(
        recommendation=recommendation,
        channel=sent.channel,
        reminder=reminder,
        words=sent.words,
        happened_at=sent.happened_at,
        recorded_at=at,
    )
    ClientRequest.objects.filter(pk=request.pk).update(due_at=due_of(request))
    return dispatch


def _which_reminder(recommendation: Recommendation) -> int | None:
    """Return the number of the next reminder; None before anything was sent."""
    sent_at, reminded = sent_and_reminded(recommendation)
    return len(reminded) + 1 if sent_at else None
