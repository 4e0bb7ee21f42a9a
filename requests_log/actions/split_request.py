"""A message asks for several things: one request becomes several, each its part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from consultancy.actions.write_down import write_down
from consultancy.selectors.clients import strategy_in_force
from requests_log.errors import AlreadyMoved, PartsRefused
from requests_log.models import ClientRequest, MessagePart, Split
from requests_log.models.search_text import search_text
from requests_log.selectors.judge import Judgement, judge_by
from requests_log.selectors.own_rules import rulebook_for
from requests_log.selectors.silence import silenced_for
from requests_log.triage.asks import MOST_PARTS
from requests_log.triage.findings import Span
from requests_log.workflow import Move

from .move import move, subject_of
from .store_triage import replace_triage, store_triage, triage_told


@dataclass(frozen=True)
class Part:
    """What one of the requests will be: its words and where in the message they are."""

    text: str
    start: int
    end: int
    judgement: Judgement


def split_request(
    request: ClientRequest,
    *,
    spans: Sequence[Span],
    submission: UUID,
    today: date,
    at: datetime,
) -> None:
    """Make a request of each span of the text; the first of them keeps its row.

    The same form sent twice splits once. Raises PartsRefused, MoveRefused,
    AlreadyMoved.
    """
    ensure_parts(request.text, spans)
    parts = _parts(request, spans, today)
    try:
        with transaction.atomic():
            _store(request, parts, submission, at)
    except (AlreadyMoved, IntegrityError):
        if not Split.objects.filter(request=request, submission=submission).exists():
            raise


def ensure_parts(text: str, spans: Sequence[Span]) -> None:
    """Raise PartsRefused unless the spans are two or more, in order, of words alone."""
    if not 2 <= len(spans) <= MOST_PARTS:
        raise PartsRefused
    reached = 0
    for span in spans:
        words = text[max(span.start, 0) : span.end]
        inside = reached <= span.start < span.end <= len(text)
        if not inside or words != words.strip() or not words:
            raise PartsRefused
        reached = span.end


def _parts(request: ClientRequest, spans: Sequence[Span], today: date) -> list[Part]:
    version = strategy_in_force(request.client)
    silenced = silenced_for(request.client)
    rules = rulebook_for(request.client)
    place = MessagePart.objects.filter(request=request).first()
    offset = place.start if place else 0
    return [
        Part(
            text=(words := request.text[span.start : span.end]),
            start=offset + span.start,
            end=offset + span.end,
            judgement=judge_by(
                version,
                words,
                wanted_on=request.wanted_on,
                today=today,
                silenced=silenced,
                rules=rules,
            ),
        )
        for span in spans
    ]


def _store(
    request: ClientRequest, parts: Sequence[Part], submission: UUID, at: datetime
) -> None:
    before = triage_told(request) | {"text": request.text}
    _shrink(request, parts, before, at)
    replace_triage(request, parts[0].judgement, at=at)
    for part in parts[1:]:
        _add(request, part, at)
    Split.objects.create(
        request=request, triage_before=before, submission=submission, at=at
    )


def _shrink(
    request: ClientRequest,
    parts: Sequence[Part],
    before: dict[str, object],
    at: datetime,
) -> None:
    first = parts[0]
    move(
        request,
        Move.SPLIT,
        at=at,
        payload={"parts": [_facts(part) for part in parts], "before": before},
        changes=_columns(request, first),
        seen={"text": request.text},
    )
    place = {"message": request.message, "start": first.start, "end": first.end}
    MessagePart.objects.update_or_create(request=request, defaults=place)


def _add(request: ClientRequest, part: Part, at: datetime) -> None:
    row = ClientRequest.objects.create(
        consultant=request.consultant,
        client=request.client,
        message=request.message,
        channel=request.channel,
        stage=request.stage,
        wanted_on=request.wanted_on,
        received_at=request.received_at,
        **_columns(request, part),
    )
    MessagePart.objects.create(
        request=row, message=row.message, start=part.start, end=part.end
    )
    store_triage(row, part.judgement, at=at)
    write_down(
        row.consultant,
        kind=Move.SPLIT,
        at=at,
        subject=subject_of(row),
        payload=_facts(part) | {"from": subject_of(request)},
    )


def _columns(request: ClientRequest, part: Part) -> dict[str, Any]:
    return {
        "text": part.text,
        "verdict": part.judgement.triage.verdict,
        "search_text": search_text(
            part.text, consultant=request.consultant_id, client=request.client_id
        ),
    }


def _facts(part: Part) -> dict[str, object]:
    answer, version = part.judgement.triage, part.judgement.strategy
    return {
        "text": part.text,
        "start": part.start,
        "end": part.end,
        "verdict": answer.verdict,
        "rules": [found.rule for found in answer.findings],
        "rulebook": answer.rulebook_fingerprint,
        "strategy": version.number if version else None,
    }
