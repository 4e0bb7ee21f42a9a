"""A first draft of the advice, made from the findings the consultant stands by."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils import translation

from requests_log.models import (
    ClientRequest,
    Factor,
    Finding,
    Recommendation,
    Verdict,
)
from requests_log.triage.rulebook import Rule

from .own_rules import rule_said
from .strategy_lines import line_sentence


@dataclass
class Draft:
    """What the composer starts with, in the client's language; factor -> lines.

    `weighed` where it stands on a finding of a rule none of whose conditions was met.
    """

    arguments: dict[str, list[str]] = field(default_factory=dict)
    consequences: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    reply: str = ""
    weighed: bool = False


def draft_of(request: ClientRequest) -> Draft:
    """Return the draft for a request with an objection confirmed."""
    latest = request.recommendations.order_by("-version").first()
    if latest:
        return _draft_from(latest)
    language = request.client.language
    confirmed = confirmed_findings(request)
    draft = Draft(weighed=any(row.weighed for row in confirmed))
    for rule in rules_behind(request):
        _add_rule(draft, rule, language)
    with translation.override(language):
        for sentence in _strategy_sentences(request, confirmed):
            _add(draft.arguments.setdefault(Factor.STRATEGY, []), sentence)
    draft.reply = _reply(request)
    return draft


def rules_behind(request: ClientRequest) -> list[Rule]:
    """Return the rules the draft is made from: those of the confirmed verdict, then
    those that found the agreed strategy broken beside bad practice."""
    return [*_rules_that_object(request), *_rules_of(request, _beside(request))]


def own_objection(request: ClientRequest) -> Rule | None:
    """Return the rule the consultant objects by himself, as it was when he did."""
    confirmation = request.confirmation
    if not confirmation.own_rule:
        return None
    return rule_said(request.consultant, confirmation.own_rule, until=confirmation.at)


def confirmed_findings(request: ClientRequest) -> list[Finding]:
    """Return the engine's findings that carry the confirmed verdict.

    Those that are only weighed are left out, unless nothing else speaks for it: they
    may talk of what nobody asked.
    """
    rows = [row for row in _held(request) if row.verdict == request.verdict]
    certain = [row for row in rows if not row.weighed]
    return certain if certain or own_objection(request) else rows


def _beside(request: ClientRequest) -> list[Finding]:
    """Return what breaks the agreed strategy where the verdict is a worse one: what
    the client agreed to is an argument all the same."""
    if request.verdict != Verdict.BAD_PRACTICE:
        return []
    off = Verdict.OFF_STRATEGY
    return [row for row in _held(request) if row.verdict == off and not row.weighed]


def _held(request: ClientRequest) -> list[Finding]:
    return list(request.triage.findings.filter(set_aside=False).order_by("position"))


def _rules_that_object(request: ClientRequest) -> list[Rule]:
    """Return the rules behind the confirmed verdict, the consultant's own first."""
    own = own_objection(request)
    found = _rules_of(request, confirmed_findings(request))
    if own is None:
        return found
    return [own, *(rule for rule in found if rule.code != own.code)]


def _rules_of(request: ClientRequest, rows: Sequence[Finding]) -> list[Rule]:
    numbers = {row.rule: row.rule_version for row in rows}
    said = (
        rule_said(request.consultant, code, number=number)
        for code, number in numbers.items()
    )
    return [rule for rule in said if rule]


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


def _strategy_sentences(
    request: ClientRequest, confirmed: Sequence[Finding]
) -> list[str]:
    version = request.triage.strategy
    if version is None:
        return []
    on, agreed = version.dated_on, version.is_agreed
    return [
        line_sentence(row.strategy_field, row.strategy_line, on=on, agreed=agreed)
        for row in [*confirmed, *_beside(request)]
        if row.strategy_field and row.strategy_line
    ]


def _reply(request: ClientRequest) -> str:
    """Return what the first rule of the verdict would answer, in the client's language
    and form of address; off-strategy rules would offer to carry out what is refused."""
    client = request.client
    form = f"es-{client.address_form}" if client.language == "es" else "en"
    rules = _rules_that_object(request)
    return rules[0].replies[form] if rules else ""
