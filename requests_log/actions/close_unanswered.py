"""The advice was sent and nobody answered: say so in writing, and stop waiting."""

from datetime import datetime

from django.db import transaction

from consultancy.models import Document, DocumentKind
from requests_log.errors import AnswerOwed, NotSentYet
from requests_log.models import ClientRequest, Dispatch, NoAnswer, Recommendation
from requests_log.workflow import Move, Who

from .compose_letter import compose_no_answer
from .move import move
from .reserve_letter import reserve_letter
from .write_letter import try_to_write


def close_unanswered(
    request: ClientRequest, *, at: datetime, who: Who = Who.CONSULTANT
) -> Document:
    """Reserve, write and sign the letter that says what was sent, and no more.

    Raises NotSentYet, AnswerOwed, MoveRefused, AlreadyMoved.
    """
    document = _close(request, at, who)
    try_to_write(document, at=at)
    return document


@transaction.atomic
def _close(request: ClientRequest, at: datetime, who: Who) -> Document:
    move(
        request,
        Move.CLOSE_UNANSWERED,
        at=at,
        who=who,
        payload={"by_clock": who is Who.CLOCK},
        changes={"due_at": None},
        seen={"due_at": request.due_at},  # it may have been sent again meanwhile
    )
    if request.asked_at:
        raise AnswerOwed
    advice, sent = _what_was_sent(request)
    document = reserve_letter(
        request,
        kind=DocumentKind.NOT_ANSWERED,
        advice=advice,
        compose=lambda frame: compose_no_answer(frame, sent=sent),
        at=at,
    )
    NoAnswer.objects.create(
        recommendation=advice, document=document, by_clock=who is Who.CLOCK, at=at
    )
    return document


def _what_was_sent(request: ClientRequest) -> tuple[Recommendation, list[Dispatch]]:
    advice = request.advice
    sent = list(advice.dispatches.order_by("happened_at", "pk")) if advice else []
    if advice is None or not sent:
        raise NotSentYet
    return advice, sent
