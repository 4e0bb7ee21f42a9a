"""One request of the example practice: its steps, each at its own time."""

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from consultancy.models import Client
from consultancy.selectors.clients import main_contact
from requests_log.models import ClientRequest
from requests_log.selectors.draft import draft_of
from requests_log.selectors.request_page import latest_advice, request_of

from .compose_letter import Answer
from .confirm_verdict import confirm_verdict
from .log_request import Incoming, log_request
from .recommend import Advice, Argument, recommend
from .record_decision import record_decision
from .send import Sent, send

CONFIRMED_AFTER = timedelta(minutes=20)
ADVISED_AFTER = timedelta(minutes=35)
SENT_AFTER = timedelta(minutes=40)
DECIDED_AFTER = timedelta(hours=5)


@dataclass(frozen=True)
class Step:
    """Something that was done at a time."""

    at: datetime
    act: Callable[[], None]


def journey(
    client: Client, told: Mapping[str, Any], *, now: datetime
) -> Iterator[Step]:
    """Yield the steps of one request of the demo file."""
    # Today's message came in some minutes ago, the older ones at the same hour.
    asked_at = now - timedelta(days=int(told["days_ago"]), minutes=25)
    submission = uuid.uuid4()
    yield Step(asked_at, lambda: _log(client, told, submission, asked_at))
    if "verdict" in told:
        at = asked_at + CONFIRMED_AFTER
        yield Step(at, lambda: _confirm(_row(client, submission), told, at))
    yield from _advice(client, told, submission, asked_at)


def _advice(
    client: Client, told: Mapping[str, Any], submission: uuid.UUID, asked_at: datetime
) -> Iterator[Step]:
    advised_at, sent_at = asked_at + ADVISED_AFTER, asked_at + SENT_AFTER
    decided_at = asked_at + DECIDED_AFTER
    if "advised" in told:
        yield Step(advised_at, lambda: _advise(_row(client, submission), advised_at))
    if "sent" in told:
        yield Step(
            sent_at, lambda: _send(_row(client, submission), told["sent"], sent_at)
        )
    if "decision" in told:
        yield Step(
            decided_at,
            lambda: _decide(_row(client, submission), told["decision"], decided_at),
        )


def _row(client: Client, submission: uuid.UUID) -> ClientRequest:
    row = ClientRequest.objects.get(message__submission=submission)
    return request_of(client.consultant, row.pk)


def _log(
    client: Client, told: Mapping[str, Any], submission: uuid.UUID, at: datetime
) -> None:
    wanted_on: date | None = None
    if "wanted_in_days" in told:
        wanted_on = at.date() + timedelta(days=int(told["wanted_in_days"]))
    incoming = Incoming(
        text=str(told["text"]),
        channel=told["channel"],
        sent_by=main_contact(client),
        happened_at=at - timedelta(minutes=10),
        wanted_on=wanted_on,
        submission=submission,
    )
    log_request(client, incoming=incoming, today=at.date(), at=at)


def _confirm(row: ClientRequest, told: Mapping[str, Any], at: datetime) -> None:
    confirm_verdict(
        row,
        verdict=told["verdict"],
        reason=told.get("reason", ""),
        own_rule=told.get("own_rule", ""),
        at=at,
    )


def _advise(row: ClientRequest, at: datetime) -> None:
    draft = draft_of(row)
    advice = Advice(
        arguments=tuple(
            Argument(factor, line, "")
            for factor, lines in draft.arguments.items()
            for line in lines
        ),
        consequences=tuple(draft.consequences),
        alternatives=tuple(draft.alternatives),
        reply=draft.reply,
    )
    recommend(row, advice=advice, at=at)


def _send(row: ClientRequest, channel: str, at: datetime) -> None:
    advice = latest_advice(row)
    if advice:
        send(advice, sent=Sent(channel, at), at=at)


def _decide(row: ClientRequest, told: Mapping[str, Any], at: datetime) -> None:
    contact = main_contact(row.client)
    answer = Answer(
        outcome=told["outcome"],
        alternative=told.get("alternative", ""),
        channel=told["channel"],
        by_name=contact.name if contact else row.client.name,
        by_role=contact.role if contact else "",
        words=str(told["words"]),
        happened_at=at - timedelta(minutes=15),
    )
    record_decision(row, answer=answer, at=at)
