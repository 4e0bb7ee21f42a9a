"""How the rules did in one practice: what they said, and what was judged otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from consultancy.models import Consultant
from requests_log.models import ClientRequest, Confirmation, Finding, RuleSwitch
from requests_log.triage.rulebook import Rule

from .rulebook import reading_language, rulebook
from .silence import switches_of

MOST_LOOKED_AT = 2_000  # of the newest requests: what counts is how it does now
MOST_CHANGES = 20
# A verdict other than the engine's, in a confirmation reached by this path.
CHANGED = "triage__request__confirmation__verdict"


@dataclass(frozen=True)
class RuleLine:
    """A rule in the list; `off` names whom it is silent for, "" being everybody."""

    code: str
    verdict: str
    title: str
    spoke: int
    changed: int
    off: list[str]


@dataclass(frozen=True)
class RulePage:
    """A rule with its record; `changes` are confirmations that judged otherwise."""

    rule: Rule
    title: str
    why: str
    consequences: Iterable[str]
    alternatives: Iterable[str]
    fires: list[str]
    stays_quiet: list[str]
    spoke: int
    changes: list[Confirmation]
    switches: list[RuleSwitch]


def rule_lines(consultant: Consultant) -> list[RuleLine]:
    """Return every rule, worst verdict first, then by title."""
    language, counts = reading_language(), _counts(consultant)
    off: dict[str, list[str]] = {}
    for switch in switches_of(consultant):
        name = switch.client.name if switch.client else ""
        off.setdefault(switch.rule, []).append(name)
    lines = [
        RuleLine(
            code=rule.code,
            verdict=rule.verdict,
            title=rule.title[language],
            spoke=counts.get(rule.code, (0, 0))[0],
            changed=counts.get(rule.code, (0, 0))[1],
            off=sorted(off.get(rule.code, [])),
        )
        for rule in rulebook().rules
    ]
    return sorted(lines, key=lambda line: (line.verdict, line.title.casefold()))


def rule_page(consultant: Consultant, rule: Rule) -> RulePage:
    """Return what RULE says, and how it did."""
    language = reading_language()
    return RulePage(
        rule=rule,
        title=rule.title[language],
        why=rule.why[language],
        consequences=rule.consequences[language],
        alternatives=rule.alternatives[language],
        fires=[each.text for each in rule.examples if each.fires],
        stays_quiet=[each.text for each in rule.examples if not each.fires],
        spoke=_counts(consultant).get(rule.code, (0, 0))[0],
        changes=_changes(consultant, rule.code),
        switches=[each for each in switches_of(consultant) if each.rule == rule.code],
    )


def _counts(consultant: Consultant) -> dict[str, tuple[int, int]]:
    """Return by rule how often it spoke, and how often the verdict was changed."""
    otherwise = Q(triage__request__confirmation__isnull=False) & ~Q(
        **{CHANGED: F("triage__request__confirmation__engine_verdict")}
    )
    spoke = Finding.objects.filter(
        set_aside=False, triage__request__in=_newest(consultant)
    )
    counted = spoke.values("rule").annotate(
        spoke=Count("pk"), changed=Count("pk", filter=otherwise)
    )
    return {row["rule"]: (row["spoke"], row["changed"]) for row in counted}


def _newest(consultant: Consultant) -> QuerySet[Any, Any]:
    rows = ClientRequest.objects.of(consultant).order_by("-received_at", "-pk")
    return rows.values("pk")[:MOST_LOOKED_AT]


def _changes(consultant: Consultant, code: str) -> list[Confirmation]:
    """Return the latest verdicts that were changed where the rule had spoken."""
    spoke = Finding.objects.filter(
        rule=code, set_aside=False, triage__request__in=_newest(consultant)
    )
    rows = Confirmation.objects.filter(
        request__in=spoke.values("triage__request")
    ).exclude(verdict=F("engine_verdict"))
    return list(rows.select_related("request__client").order_by("-at")[:MOST_CHANGES])
