"""Everything that stands on a request's page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from consultancy.models import Consultant, StrategyVersion
from consultancy.selectors.strategy_lines import field_name, readable
from requests_log.models import ClientRequest, Decision, Finding, Recommendation
from requests_log.triage.rulebook import Rule
from requests_log.workflow import Move, Stage, Who, moves_from

from .marked_text import Mark, Segment, segments
from .rulebook import reading_language, rule_or_none
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
    decision: Decision | None
    steps: list[Step]
    moves: tuple[Move, ...]


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
    return RequestPage(
        request=request,
        segments=segments(request.text, marks_of(held)),
        findings=[finding_view(row, request.text, strategy) for row in held],
        set_aside=[
            finding_view(row, request.text, strategy)
            for row in findings
            if row.set_aside
        ],
        advice=latest_advice(request),
        decision=getattr(request, "decision", None),
        steps=timeline_of(request),
        moves=moves_from(Stage(request.stage), who=Who.CONSULTANT),
    )


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
    return FindingView(
        rule=row.rule,
        verdict=row.verdict,
        severity=row.severity,
        title=row.title[language],
        why=row.why[language],
        quotes=[text[start:end] for start, end in row.spans],
        strategy_field=field_name(row.strategy_field),
        strategy_line=readable(row.strategy_field, row.strategy_line),
        line_on=strategy.dated_on if strategy and row.strategy_field else None,
        line_agreed=strategy is not None and strategy.is_agreed,
        cue=row.cue,
        source=rule_or_none(row.rule),
    )
