"""A first draft of the advice, made from the findings the consultant stands by."""

from dataclasses import dataclass, field

from django.utils import translation

from requests_log.models import ClientRequest, Factor, Finding, Recommendation
from requests_log.triage.rulebook import Rule

from .own_rules import rule_said
from .strategy_lines import line_sentence


@dataclass
class Draft:
    """What the composer starts with, in the client's language; factor -> lines."""

    arguments: dict[str, list[str]] = field(default_factory=dict)
    consequences: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    reply: str = ""


def draft_of(request: ClientRequest) -> Draft:
    """Return the draft for a request with an objection confirmed."""
    latest = request.recommendations.order_by("-version").first()
    if latest:
        return _draft_from(latest)
    language = request.client.language
    draft = Draft()
    for rule in rules_that_object(request):
        _add_rule(draft, rule, language)
    with translation.override(language):
        for sentence in _strategy_sentences(request):
            _add(draft.arguments.setdefault(Factor.STRATEGY, []), sentence)
    draft.reply = _reply(request)
    return draft


def rules_that_object(request: ClientRequest) -> list[Rule]:
    """Return the rules behind the confirmed verdict, the consultant's own first."""
    found = {row.rule: row for row in confirmed_findings(request)}
    own = own_objection(request)
    rules = [own] if own else []
    for code, row in found.items():
        if not own or code != own.code:
            rule = rule_said(request.consultant, code, number=row.rule_version)
            rules.extend([rule] if rule else [])
    return rules


def own_objection(request: ClientRequest) -> Rule | None:
    """Return the rule the consultant objects by himself, as it was when he did."""
    confirmation = request.confirmation
    if not confirmation.own_rule:
        return None
    return rule_said(request.consultant, confirmation.own_rule, until=confirmation.at)


def confirmed_findings(request: ClientRequest) -> list[Finding]:
    """Return the engine's findings that carry the confirmed verdict."""
    rows = request.triage.findings.filter(set_aside=False, verdict=request.verdict)
    return list(rows.order_by("position"))


def _draft_from(latest: Recommendation) -> Draft:
    draft = Draft(
        consequences=list(latest.consequences),
        alternatives=list(latest.alternatives),
        reply=latest.reply,
    )
    for argument in latest.arguments:
        draft.arguments.setdefault(argument["factor"], []).append(argument["text"])
    return draft


def _add_rule(draft: Draft, rule: Rule, language: str) -> None:
    for argument in rule.arguments:
        _add(
            draft.arguments.setdefault(argument.factor, []),
            argument.es if language == "es" else argument.en,
        )
    for text in rule.consequences[language]:
        _add(draft.consequences, text)
    for text in rule.alternatives[language]:
        _add(draft.alternatives, text)


def _add(lines: list[str], line: str) -> None:
    if line not in lines:
        lines.append(line)


def _strategy_sentences(request: ClientRequest) -> list[str]:
    version = request.triage.strategy
    if version is None:
        return []
    on, agreed = version.dated_on, version.is_agreed
    return [
        line_sentence(row.strategy_field, row.strategy_line, on=on, agreed=agreed)
        for row in confirmed_findings(request)
        if row.strategy_field and row.strategy_line
    ]


def _reply(request: ClientRequest) -> str:
    """Return the first rule's reply in the client's language and form of address."""
    client = request.client
    form = f"es-{client.address_form}" if client.language == "es" else "en"
    rules = rules_that_object(request)
    return rules[0].replies[form] if rules else ""
