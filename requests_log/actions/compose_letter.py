"""From the frozen versions the client was shown to the letters that quote them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from consultancy.actions.reserve_document import Reservation
from consultancy.models import Consultant, KeptFile, LedgerEntry
from consultancy.selectors.clients import main_contact
from requests_log.letters import parts
from requests_log.letters.decision_confirmation import DecisionConfirmation
from requests_log.letters.not_answered import NotAnswered
from requests_log.letters.written_recommendation import WrittenRecommendation
from requests_log.models import (
    ClientRequest,
    DecisionOutcome,
    Dispatch,
    Recommendation,
)
from requests_log.selectors.letterhead import letterhead_of
from requests_log.selectors.standing import standing_of

from .letter_findings import printed_findings
from .move import subject_of


@dataclass(frozen=True)
class Answer:
    """What the client decided, as the consultant was told, and what proves it."""

    outcome: str
    alternative: str
    channel: str
    by_name: str
    by_role: str
    words: str
    happened_at: datetime
    proofs: tuple[KeptFile, ...] = ()


@dataclass(frozen=True)
class Superseded:
    """The number of the letter that another takes the place of, and why."""

    number: str
    why: str


@dataclass(frozen=True)
class Frame:
    """What every letter on a request is written from."""

    request: ClientRequest
    advice: Recommendation
    reservation: Reservation
    at: datetime
    supersedes: Superseded | None = None


def compose_decision(
    frame: Frame, *, answer: Answer
) -> WrittenRecommendation | DecisionConfirmation:
    """Return the letter of a decision, all of its content fixed."""
    decision = _decision(frame.request, answer, frame.at)
    if answer.outcome == DecisionOutcome.OVERRIDES:
        return WrittenRecommendation(
            ending=parts.Ending(frame.request.verdict),
            decision=decision,
            **_common(frame),
        )
    return DecisionConfirmation(
        settlement=parts.Settlement(answer.outcome),
        decision=decision,
        alternative=answer.alternative,
        **_common(frame),
    )


def compose_no_answer(frame: Frame, *, sent: Sequence[Dispatch]) -> NotAnswered:
    """Return the letter that says what was sent, and that no answer was noted."""
    return NotAnswered(
        ending=parts.Ending(frame.request.verdict),
        sendings=tuple(
            parts.Sending(
                parts.Way(each.channel),
                parts.Moment(each.happened_at, each.recorded_at),
                each.reminder or 0,
            )
            for each in sent
        ),
        **_common(frame),
    )


def _common(frame: Frame) -> dict[str, Any]:
    request, advice, reserved = frame.request, frame.advice, frame.reservation
    consultant = request.consultant
    return {
        "number": reserved.number,
        "issued_at": frame.at,
        "zone": consultant.user.time_zone,
        "language": advice.language,
        "address": parts.Address(advice.address_form),
        "letterhead": letterhead_of(consultant),
        "recipient": _recipient(request),
        "asked": _asked(request),
        "advice": _advice(request, advice),
        "timeline": _timeline(request),
        "ledger_head": parts.LedgerHead(reserved.ledger_seq, reserved.ledger_head),
        "rulebook": request.triage.rulebook,
        "supersedes": frame.supersedes.number if frame.supersedes else None,
        "why_superseded": frame.supersedes.why if frame.supersedes else "",
    }


def _recipient(request: ClientRequest) -> parts.Recipient:
    contact = main_contact(request.client)
    return parts.Recipient(
        client_name=request.client.name,
        contact_name=contact.name if contact else "",
        contact_role=contact.role if contact else "",
    )


def _asked(request: ClientRequest) -> parts.Asked:
    message = request.message
    return parts.Asked(
        words=request.text,
        channel=parts.Channel(message.channel),
        moment=parts.Moment(message.happened_at, message.recorded_at),
        sent_by=message.sent_by.name if message.sent_by else "",
    )


def _advice(request: ClientRequest, advice: Recommendation) -> parts.Advice:
    return parts.Advice(
        version=advice.version,
        moment=parts.Moment(advice.at, advice.at),
        findings=printed_findings(request, advice),
        arguments=tuple(
            parts.Argument(parts.Factor(argument["factor"]), argument["text"])
            for argument in advice.arguments
        ),
        consequences=tuple(parts.Consequence(text) for text in advice.consequences),
        alternatives=tuple(advice.alternatives),
    )


def _decision(request: ClientRequest, answer: Answer, at: datetime) -> parts.Decision:
    zone = ZoneInfo(request.consultant.user.time_zone)
    happened = answer.happened_at.astimezone(zone)
    return parts.Decision(
        channel=parts.Channel(answer.channel),
        by_name=answer.by_name,
        by_role=answer.by_role,
        words=answer.words,
        moment=parts.Moment(answer.happened_at, at),
        recorded_by=request.consultant.name,
        standing=standing_of(request.client, answer.by_name, on=happened.date()),
        proofs=tuple(parts.Proof(name=f.name, sha256=f.sha256) for f in answer.proofs),
    )


def _timeline(request: ClientRequest) -> tuple[parts.TimelineEntry, ...]:
    entries = LedgerEntry.objects.of(request.consultant)
    return tuple(
        parts.TimelineEntry(
            seq=entry.seq,
            kind=entry.kind,
            at=entry.at,
            actor=_actor(entry, request.consultant),
            hash=entry.hash,
        )
        for entry in entries.filter(subject=subject_of(request)).order_by("seq")
    )


def _actor(entry: LedgerEntry, consultant: Consultant) -> str:
    """Name who took a step; the app takes some itself, or for whoever comes by."""
    own = entry.actor.startswith("consultant:")
    return consultant.name if own else "Por Escrito"
