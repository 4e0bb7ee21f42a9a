"""A finding as it is read on the screen, and the words it marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from consultancy.models import StrategyVersion
from consultancy.selectors.reader import reading_language
from consultancy.selectors.strategy_lines import field_name, readable
from requests_log.models import Finding
from requests_log.triage.rulebook import Rule

from .marked_text import Mark
from .rulebook import rule_or_none


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
    weighed: bool
    cue: str
    source: Rule | None
    own_version: int | None  # of a rule of the consultant's own


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
        weighed=row.weighed,
        cue=row.cue,
        source=rule_or_none(row.rule),
        own_version=row.rule_version,
    )
