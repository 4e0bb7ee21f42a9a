"""One request of the example practice: its steps, each at its own time."""

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from consultancy.models import Client
from consultancy.selectors.clients import main_contact
from requests_log.models import ClientRequest, Sequel
from requests_log.selectors.draft import draft_of
from requests_log.selectors.request_page import request_of
from requests_log.workflow import Who

from .close_unanswered import close_unanswered
from .compose_letter import Answer
from .confirm_verdict import confirm_verdict
from .log_request import Incoming, log_request
from .note_reply import Reply, note_reply
from .recommend import Advice, Argument, recommend
from .record_decision import record_decision
from .record_outcome import Report, record_outcome
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
    yield from _later(client, told, submission, asked_at)


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


def _later(
    client: Client, told: Mapping[str, Any], submission: uuid.UUID, asked_at: datetime
) -> Iterator[Step]:
    """Yield what happened some days after."""
    sent_at = asked_at + SENT_AFTER
    for days in told.get("reminded", ()):
        at = sent_at + timedelta(days=int(days))
        yield Step(at, partial(_remind, client, submission, told["sent"], at))
    if "unanswered_after" in told:
        at = sent_at + timedelta(days=int(told["unanswered_after"]))
        yield Step(at, partial(_close, client, submission, at))
    if "replied" in told:
        at = sent_at + timedelta(days=int(told["replied"]["after"]))
        yield Step(at, partial(_reply, client, submission, told["replied"], at))
    if "outcome" in told:
        at = asked_at + timedelta(days=int(told["outcome"]["after"]))
        yield Step(at, partial(_report, client, submission, told["outcome"], at))
    if "done_after" in told:
        at = asked_at + timedelta(days=int(told["done_after"]))
        done = {"sequel": Sequel.DONE_AS_ASKED}
        yield Step(at, partial(_report, client, submission, done, at))


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
    advice = row.advice
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
    days = told.get("look_back_after")
    look_back_at = at + timedelta(days=int(days)) if days else None
    record_decision(row, answer=answer, at=at, look_back_at=look_back_at)


def _remind(client: Client, submission: uuid.UUID, channel: str, at: datetime) -> None:
    advice = _row(client, submission).advice
    if advice:
        send(advice, sent=Sent(channel, at, is_reminder=True), at=at)


def _close(client: Client, submission: uuid.UUID, at: datetime) -> None:
    close_unanswered(_row(client, submission), at=at, who=Who.CLOCK)


def _reply(
    client: Client, submission: uuid.UUID, told: Mapping[str, Any], at: datetime
) -> None:
    contact = main_contact(client)
    reply = Reply(
        kind=told["kind"],
        words=told["words"],
        by_name=contact.name if contact else "",
        channel=told["channel"],
        happened_at=at,
    )
    note_reply(_row(client, submission), reply=reply, at=at)


def _report(
    client: Client, submission: uuid.UUID, told: Mapping[str, Any], at: datetime
) -> None:
    report = Report(
        sequel=told["sequel"],
        happened_on=at.date(),
        assessment=told.get("assessment", ""),
        words=told.get("words", ""),
    )
    record_outcome(_row(client, submission), report=report, at=at)
