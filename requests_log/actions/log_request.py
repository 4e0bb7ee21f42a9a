"""A message came in: keep it verbatim, and what the rules say of it now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NoReturn
from uuid import UUID

from django.db import IntegrityError, transaction

from consultancy.actions.take_turn import take_turn
from consultancy.actions.write_down import write_down
from consultancy.models import Client, Contact, KeptFile
from consultancy.selectors.clients import clients_of
from requests_log.errors import AlreadyMoved
from requests_log.models import ClientRequest, Message
from requests_log.models.search_text import search_text
from requests_log.selectors.judge import Judgement, judge
from requests_log.workflow import Move, Stage

from .attach_files import store_attachments
from .move import subject_of
from .store_triage import store_triage


@dataclass(frozen=True)
class Incoming:
    """What the consultant pastes; SUBMISSION names the form he pasted it in."""

    text: str
    channel: str
    sent_by: Contact | None
    happened_at: datetime
    wanted_on: date | None
    submission: UUID
    files: Sequence[KeptFile] = ()


def log_request(
    client: Client, *, incoming: Incoming, today: date, at: datetime
) -> ClientRequest:
    """Store the message, its one request and the triage; the same form sent twice
    returns the request it made the first time. Raises FilesGone, AlreadyMoved."""
    judgement = judge(
        incoming.text, client=client, wanted_on=incoming.wanted_on, today=today
    )
    try:
        return _store(client, incoming, judgement, at)
    except IntegrityError as error:
        twice = ClientRequest.objects.of(client.consultant).filter(
            message__submission=incoming.submission
        )
        if not twice.exists():
            _explain(error, incoming.sent_by)
        return twice.order_by("pk")[0]  # it may have been split since


def _explain(error: IntegrityError, sender: Contact | None) -> NoReturn:
    """Raise AlreadyMoved where the sender was taken out at this very moment."""
    if sender and not Contact.objects.filter(pk=sender.pk).exists():
        raise AlreadyMoved from error
    raise error


@transaction.atomic
def _store(
    client: Client, incoming: Incoming, judgement: Judgement, at: datetime
) -> ClientRequest:
    take_turn(client.consultant)
    if not clients_of(client.consultant).filter(pk=client.pk).exists():
        raise AlreadyMoved  # erased in another tab
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
    store_triage(request, judgement, at=at)
    store_attachments(
        message,
        request=None,
        files=incoming.files,
        submission=incoming.submission,
        at=at,
    )
    _enter(request, incoming, judgement, at)
    return request


def _enter(
    request: ClientRequest, incoming: Incoming, judgement: Judgement, at: datetime
) -> None:
    message = request.message
    attached = {"files": [file.facts for file in incoming.files]}
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
            **(attached if incoming.files else {}),
        },
    )
