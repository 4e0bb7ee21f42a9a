"""A message came in: keep it verbatim, and what the rules say of it now."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from consultancy.actions.write_down import write_down
from consultancy.models import Client, Contact
from requests_log.models import ClientRequest, Finding, Message, Triage
from requests_log.models.search_text import search_text
from requests_log.selectors.finding_rows import finding_rows
from requests_log.selectors.judge import Judgement, judge
from requests_log.workflow import Move, Stage

from .move import subject_of


@dataclass(frozen=True)
class Incoming:
    """What the consultant pastes; SUBMISSION names the form he pasted it in."""

    text: str
    channel: str
    sent_by: Contact | None
    happened_at: datetime
    wanted_on: date | None
    submission: UUID


def log_request(
    client: Client, *, incoming: Incoming, today: date, at: datetime
) -> ClientRequest:
    """Store the message, its one request and the triage; the same form sent twice
    returns the request it made the first time."""
    judgement = judge(
        incoming.text, client=client, wanted_on=incoming.wanted_on, today=today
    )
    try:
        return _store(client, incoming, judgement, at)
    except IntegrityError:
        twice = ClientRequest.objects.of(client.consultant).filter(
            message__submission=incoming.submission
        )
        if not twice.exists():
            raise
        return twice.get()


@transaction.atomic
def _store(
    client: Client, incoming: Incoming, judgement: Judgement, at: datetime
) -> ClientRequest:
    message = Message.objects.create(
        client=client,
        sent_by=incoming.sent_by,
        text=incoming.text,
        channel=incoming.channel,
        happened_at=incoming.happened_at,
        recorded_at=at,
        submission=incoming.submission,
    )
    request = ClientRequest.objects.create(
        consultant=client.consultant,
        client=client,
        message=message,
        text=incoming.text,
        channel=incoming.channel,
        stage=Stage.LOGGED,
        verdict=judgement.triage.verdict,
        wanted_on=incoming.wanted_on,
        received_at=incoming.happened_at,
        search_text=search_text(
            incoming.text, consultant=client.consultant_id, client=client.pk
        ),
    )
    _store_triage(request, judgement, at)
    _enter(request, judgement, at)
    return request


def _store_triage(request: ClientRequest, judgement: Judgement, at: datetime) -> None:
    answer = judgement.triage
    triage = Triage.objects.create(
        request=request,
        strategy=judgement.strategy,
        verdict=answer.verdict,
        language=answer.language,
        rulebook=answer.rulebook_fingerprint,
        at=at,
    )
    rows = finding_rows(answer)
    for row in rows:
        row.triage = triage
    Finding.objects.bulk_create(rows)


def _enter(request: ClientRequest, judgement: Judgement, at: datetime) -> None:
    message = request.message
    write_down(
        request.consultant,
        kind=Move.LOG_REQUEST,
        at=at,
        subject=subject_of(request),
        payload={
            "text": message.text,
            "channel": message.channel,
            "client": request.client_id,
            "sent_by": message.sent_by.name if message.sent_by else None,
            "happened_at": message.happened_at.isoformat(),
            "wanted_on": request.wanted_on.isoformat() if request.wanted_on else None,
            "verdict": judgement.triage.verdict,
            "rules": [found.rule for found in judgement.triage.findings],
            "rulebook": judgement.triage.rulebook_fingerprint,
            "strategy": judgement.strategy.number if judgement.strategy else None,
        },
    )
