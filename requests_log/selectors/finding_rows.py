"""The engine's findings as rows, the rule's words of today frozen in them."""

from requests_log.models import Finding
from requests_log.triage.findings import Finding as Found
from requests_log.triage.rulebook import Rule

from .judge import Judgement


def finding_rows(judgement: Judgement) -> list[Finding]:
    """Return unsaved rows, held findings first, then the ones set aside."""
    answer, rules = judgement.triage, judgement.rulebook
    held = [(found, "") for found in answer.findings]
    aside = [(set_aside.finding, set_aside.cue) for set_aside in answer.set_aside]
    return [
        _row(position, found, cue, rules.rule(found.rule))
        for position, (found, cue) in enumerate(held + aside)
    ]


def _row(position: int, found: Found, cue: str, rule: Rule) -> Finding:
    return Finding(
        position=position,
        rule=found.rule,
        rule_version=rule.version,
        verdict=found.verdict,
        severity=found.severity,
        title=dict(rule.title),
        why=dict(rule.why),
        spans=[[span.start, span.end] for span in found.spans],
        strategy_field=found.strategy_field or "",
        strategy_line=found.strategy_line or "",
        weighed=found.weighed,
        set_aside=bool(cue),
        cue=cue,
    )
