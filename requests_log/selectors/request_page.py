"""Everything that stands on a request's page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Subquery

from consultancy.models import Consultant, KeptFile, StrategyVersion
from requests_log.models import (
    ClientRequest,
    Decision,
    Dispatch,
    Finding,
    Recommendation,
)
from requests_log.triage.rulebook import Rule
from requests_log.workflow import Move, Stage, Who, moves_from

from .attachments import files_of
from .kin import Kin, kin_of, worst_rules
from .marked_text import Mark, Segment, segments
from .pieces import is_split_offered
from .rulebook import reading_language, rule_or_none
from .strategy_lines import field_name, readable
from .timeline import Step, timeline_of


@dataclass(frozen=True)
class FindingView:
    """A finding as it is read: the rule's words, the client's words, the line."""

    rule: str
    verdict: str
    severity: str
    title: str
    why: str
    quotes: list[str]
    strategy_field: str  # its name, for the reader
    strategy_line: str
    line_on: date | None
    line_agreed: bool
    cue: str
    source: Rule | None


@dataclass(frozen=True)
class RequestPage:
    """The journey of one request, top-down."""

    request: ClientRequest
    segments: list[Segment]
    findings: list[FindingView]
    set_aside: list[FindingView]
    advice: Recommendation | None
    sendings: list[Dispatch]
    decision: Decision | None
    steps: list[Step]
    moves: tuple[Move, ...]
    files: list[KeptFile]
    kin: Kin
    offers_split: bool


def request_of(consultant: Consultant, pk: int) -> ClientRequest:
    """Return one request with what its page joins.

    Raises ClientRequest.DoesNotExist for somebody else's.
    """
    rows = ClientRequest.objects.of(consultant).select_related(
        "consultant__user",
        "client",
        "message__sent_by",
        "triage__strategy",
        "confirmation",
        "decision__document",
        "part",
    )
    return rows.defer("search_text", "decision__document__record").get(pk=pk)


def latest_advice(request: ClientRequest) -> Recommendation | None:
    """Return the newest version of the advice."""
    return request.recommendations.order_by("-version").first()


def request_page(request: ClientRequest) -> RequestPage:
    """Gather the page of a request that `request_of` returned."""
    findings = list(request.triage.findings.order_by("position"))
    strategy = request.triage.strategy
    held = [row for row in findings if not row.set_aside]
    advice, sendings = _sent_advice(request)
    return RequestPage(
        request=request,
        segments=segments(request.text, marks_of(held)),
        findings=[finding_view(row, request.text, strategy) for row in held],
        set_aside=[
            finding_view(row, request.text, strategy)
            for row in findings
            if row.set_aside
        ],
        advice=advice,
        sendings=sendings,
        decision=getattr(request, "decision", None),
        steps=timeline_of(request),
        moves=moves_from(Stage(request.stage), who=Who.CONSULTANT),
        files=files_of(request),
        kin=kin_of(request, rules=_rules_of(request, held)),
        offers_split=is_split_offered(request, held),
    )


def _sent_advice(
    request: ClientRequest,
) -> tuple[Recommendation | None, list[Dispatch]]:
    """Return the newest version and its sendings, in one query."""
    versions = Recommendation.objects.filter(request=OuterRef("request"))
    newest = versions.order_by("-version").values("pk")[:1]
    found = request.recommendations.filter(pk=Subquery(newest)).annotate(
        sent_by=F("dispatches__channel"), sent_at=F("dispatches__happened_at")
    )
    rows: list[Any] = list(found.order_by("dispatches__pk"))
    sendings = [
        Dispatch(channel=row.sent_by, happened_at=row.sent_at)
        for row in rows
        if row.sent_by
    ]
    return (rows[0] if rows else None), sendings


def _rules_of(request: ClientRequest, held: Sequence[Finding]) -> list[str]:
    """Return the rule the consultant objects by, or those that said the worst."""
    confirmation = getattr(request, "confirmation", None)
    if confirmation and confirmation.own_rule:
        return [confirmation.own_rule]
    return worst_rules(held)


def marks_of(findings: Iterable[Finding]) -> list[Mark]:
    """Return where the findings point to in the text."""
    language = reading_language()
    return [
        Mark(start, end, row.rule, row.title[language], row.verdict)
        for row in findings
        for start, end in row.spans
    ]


def finding_view(
    row: Finding, text: str, strategy: StrategyVersion | None
) -> FindingView:
    """Return a stored finding as the reader sees it."""
    language = reading_language()
    agreed_on = strategy.agreed_on if strategy else None
    noted_on = strategy.noted_on if strategy else None
    return FindingView(
        rule=row.rule,
        verdict=row.verdict,
        severity=row.severity,
        title=row.title[language],
        why=row.why[language],
        quotes=[text[start:end] for start, end in row.spans],
        strategy_field=field_name(row.strategy_field),
        strategy_line=readable(row.strategy_field, row.strategy_line),
        line_on=(agreed_on or noted_on) if row.strategy_field else None,
        line_agreed=agreed_on is not None,
        cue=row.cue,
        source=rule_or_none(row.rule),
    )
