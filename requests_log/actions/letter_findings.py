"""What a letter says of each finding the advice leaned on, in the client's language."""

from django.utils import translation

from consultancy.selectors.strategy_lines import field_name, readable
from requests_log.letters import parts
from requests_log.models import ClientRequest, Finding, Recommendation
from requests_log.selectors.draft import confirmed_findings, own_objection
from requests_log.selectors.rulebook import rule_or_none
from requests_log.triage.rulebook import Rule


def printed_findings(
    request: ClientRequest, advice: Recommendation
) -> tuple[parts.Finding, ...]:
    """Return the findings that were confirmed, and the consultant's own objection."""
    with translation.override(advice.language):
        rows = confirmed_findings(request)
        findings = tuple(_finding(request, row, advice) for row in rows)
    return findings + _own_finding(request, advice)


def _finding(
    request: ClientRequest, row: Finding, advice: Recommendation
) -> parts.Finding:
    language = advice.language
    return parts.Finding(
        rule=row.rule,
        title=row.title[language],
        why=_why(row.why[language], row.rule_version, advice),
        quotes=tuple(request.text[start:end] for start, end in row.spans),
        strategy=_strategy_line(request, row),
        authorities=_authorities(rule_or_none(row.rule)),
        own_version=row.rule_version,
    )


def _own_finding(
    request: ClientRequest, advice: Recommendation
) -> tuple[parts.Finding, ...]:
    """Return the rule the consultant objected by where the engine found none."""
    rule, language = own_objection(request), advice.language
    if rule is None:
        return ()
    return (
        parts.Finding(
            rule=rule.code,
            title=rule.title[language],
            why=_why(rule.why[language], rule.version, advice),
            authorities=_authorities(rule),
            own_version=rule.version,
        ),
    )


def _why(why: str, version: int | None, advice: Recommendation) -> str:
    """Return why a rule objects; where an own rule argues with just that, nothing."""
    argued = any(argument["text"] == why for argument in advice.arguments)
    return "" if version and argued else why


def _strategy_line(request: ClientRequest, row: Finding) -> parts.StrategyLine | None:
    version, field = request.triage.strategy, row.strategy_field
    if version is None or not field:
        return None
    return parts.StrategyLine(
        line=f"{field_name(field)}: {readable(field, row.strategy_line)}",
        on=version.dated_on,
        agreed=version.is_agreed,
    )


def _authorities(rule: Rule | None) -> tuple[parts.Authority, ...]:
    return tuple(
        parts.Authority(
            name=authority.name,
            article=authority.article,
            holds_in=authority.holds_in,
            checked_on=authority.checked_on,
            verified=authority.verified,
        )
        for authority in (rule.authorities if rule else ())
    )
