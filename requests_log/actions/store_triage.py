"""What the rules say of a request, as rows: once, or anew for a part of it."""

from datetime import datetime

from requests_log.models import ClientRequest, Finding, Triage
from requests_log.selectors.finding_rows import finding_rows
from requests_log.selectors.judge import Judgement


def store_triage(request: ClientRequest, judgement: Judgement, *, at: datetime) -> None:
    """Store the engine's answer inside the caller's transaction."""
    answer = judgement.triage
    triage = Triage.objects.create(
        request=request,
        strategy=judgement.strategy,
        verdict=answer.verdict,
        language=answer.language,
        rulebook=answer.rulebook_fingerprint,
        at=at,
    )
    rows = finding_rows(judgement)
    for row in rows:
        row.triage = triage
    Finding.objects.bulk_create(rows)


def replace_triage(
    request: ClientRequest, judgement: Judgement, *, at: datetime
) -> None:
    """Store the answer to a request whose words are others now, for the old one."""
    Finding.objects.filter(triage__request=request).delete()
    Triage.objects.filter(request=request).delete()
    store_triage(request, judgement, at=at)


def triage_told(request: ClientRequest) -> dict[str, object]:
    """Return all that the stored answer says, as an entry of the ledger tells it."""
    triage = Triage.objects.select_related("strategy").get(request=request)
    findings = triage.findings.order_by("position")
    return {
        "verdict": triage.verdict,
        "language": triage.language,
        "rulebook": triage.rulebook,
        "strategy": triage.strategy.number if triage.strategy else None,
        "at": triage.at.isoformat(),
        "findings": [_finding_told(row) for row in findings],
    }


def _finding_told(row: Finding) -> dict[str, object]:
    return {
        "rule": row.rule,
        "rule_version": row.rule_version,
        "verdict": row.verdict,
        "severity": row.severity,
        "title": row.title,
        "why": row.why,
        "spans": row.spans,
        "strategy_field": row.strategy_field,
        "strategy_line": row.strategy_line,
        "set_aside": row.set_aside,
        "cue": row.cue,
    }
