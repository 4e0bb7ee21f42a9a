"""The client asked back, or proposed something else: now the consultant owes a word."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from requests_log.models import ClientReply, ClientRequest, Recommendation, ReplyKind
from requests_log.workflow import Move

from .move import move

MOVES = {ReplyKind.ASK: Move.ASK, ReplyKind.PROPOSE: Move.PROPOSE}


@dataclass(frozen=True)
class Reply:
    """What the client said, as the consultant was told."""

    kind: str
    words: str
    by_name: str
    channel: str
    happened_at: datetime


@transaction.atomic
def note_reply(request: ClientRequest, *, reply: Reply, at: datetime) -> ClientReply:
    """Store the reply; no reminder is due until it is answered.

    Raises MoveRefused, AlreadyMoved.
    """
    move(
        request,
        MOVES[ReplyKind(reply.kind)],
        at=at,
        payload={
            "words": reply.words,
            "by_name": reply.by_name,
            "channel": reply.channel,
            "happened_at": reply.happened_at.isoformat(),
        },
        changes={"asked_at": reply.happened_at, "due_at": None},
        seen={"asked_at": request.asked_at},  # another tab may have noted it
    )
    advice = request.advice
    if advice is None:  # the table lets nobody reply before there is advice
        raise Recommendation.DoesNotExist
    return ClientReply.objects.create(
        recommendation=advice,
        kind=reply.kind,
        words=reply.words,
        by_name=reply.by_name,
        channel=reply.channel,
        happened_at=reply.happened_at,
        recorded_at=at,
    )
