"""How the rules did in one practice: what they said, and what was judged otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Count, F, Q, QuerySet, Value

from consultancy.models import Consultant
from consultancy.selectors.reader import reading_language
from requests_log.models import ClientRequest, Confirmation, Finding, RuleSwitch
from requests_log.triage.own_rulebook import rule_of, unknown_idea
from requests_log.triage.rulebook import Rule

from .lists import CappedCount
from .own_rules import newest_versions, read_version
from .rulebook import rulebook
from .silence import switches_of

MOST_LOOKED_AT = 2_000  # of the newest requests: what counts is how it does now
MOST_CHANGES = 20
# A verdict other than the engine's, in a confirmation reached by this path.
CHANGED = "triage__request__confirmation__verdict"


@dataclass(frozen=True)
class RuleLine:
    """A rule in the list; `off` names whom it is silent for, "" being everybody.

    One of one's own may be set aside by a fault, or retired.
    """

    code: str
    verdict: str
    title: str
    spoke: int
    changed: int
    off: list[str]
    is_own: bool = False
    is_faulty: bool = False
    is_retired: bool = False

    @property
    def group(self) -> str:
        """What it is listed under."""
        return "own" if self.is_own else self.verdict


@dataclass(frozen=True)
class Record:
    """How a rule did: it SPOKE in so many of the newest LOOKED_AT requests, `changes`
    are confirmations that judged otherwise, `objections` those that called upon it
    where it had not spoken."""

    code: str
    spoke: int
    looked_at: int  # 0 where it has not spoken
    changes: list[Confirmation]
    objections: list[Confirmation]
    switches: list[RuleSwitch]

    @property
    def is_off_for_all(self) -> bool:
        return any(switch.client_id is None for switch in self.switches)


@dataclass(frozen=True)
class RulePage:
    """A shipped rule with its record."""

    rule: Rule
    title: str
    why: str
    consequences: Iterable[str]
    alternatives: Iterable[str]
    fires: list[str]
    stays_quiet: list[str]
    record: Record


def rule_lines(consultant: Consultant) -> list[RuleLine]:
    """Return one's own rules, the retired ones last, then the shipped ones, worst
    verdict first; by title."""
    shipped = [_Line(rule.code, rule) for rule in rulebook().rules]
    lines = [*_own_lines(consultant), *shipped]
    language, counts = reading_language(), _counts(consultant)
    off: dict[str, list[str]] = {}
    for switch in switches_of(consultant):
        name = switch.client.name if switch.client else ""
        off.setdefault(switch.rule, []).append(name)
    told = [
        RuleLine(
            code=line.code,
            verdict=line.rule.verdict if line.rule else "",
            title=line.rule.title[language] if line.rule else line.code,
            spoke=counts.get(line.code, NONE).spoke,
            changed=counts.get(line.code, NONE).changed,
            off=sorted(off.get(line.code, [])),
            is_own=line.is_own,
            is_faulty=line.is_faulty,
            is_retired=line.is_retired,
        )
        for line in lines
    ]
    return sorted(told, key=_own_first)


@dataclass(frozen=True)
class _Line:
    code: str
    rule: Rule | None  # None where it can no longer be read
    is_own: bool = False
    is_faulty: bool = False
    is_retired: bool = False


def _own_lines(consultant: Consultant) -> list[_Line]:
    rows = newest_versions(consultant).select_related("rule")
    return [
        _Line(
            code=row.rule.code,
            rule=rule_of(read) if (read := read_version(row)) else None,
            is_own=True,
            is_faulty=read is None or unknown_idea(rulebook(), read.rule) is not None,
            is_retired=row.rule.retired_at is not None,
        )
        for row in rows
    ]


def _own_first(line: RuleLine) -> tuple[bool, bool, str, str]:
    group = "" if line.is_own else line.verdict
    return (not line.is_own, line.is_retired, group, line.title.casefold())


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
        record=record_of(consultant, rule.code),
    )


def record_of(consultant: Consultant, code: str) -> Record:
    """Return how the rule of that CODE did, shipped or of one's own."""
    judged, counts = _otherwise(consultant, code), _counts(consultant)
    count = counts.get(code, NONE)
    changes = [each for each in judged if each.spoken]  # type: ignore[attr-defined]
    told = {each.pk for each in changes}
    return Record(
        code=code,
        spoke=count.spoke,
        looked_at=count.looked_at,
        changes=changes,
        objections=[each for each in judged if each.pk not in told],
        switches=[each for each in switches_of(consultant) if each.rule == code],
    )


def requests_looked_at(consultant: Consultant) -> int:
    """Return of how many requests the records tell: MOST_LOOKED_AT, or all."""
    return _newest(consultant).count()


class _Count(NamedTuple):
    spoke: int
    changed: int
    looked_at: int


NONE = _Count(0, 0, 0)


def _counts(consultant: Consultant) -> dict[str, _Count]:
    """Return by rule how often it spoke, how often the verdict was changed, and in how
    many requests that was."""
    otherwise = Q(triage__request__confirmation__isnull=False) & ~Q(
        **{CHANGED: F("triage__request__confirmation__engine_verdict")}
    )
    spoke = Finding.objects.filter(
        set_aside=False, triage__request__in=_newest(consultant)
    )
    counted = spoke.values("rule").annotate(
        spoke=Count("pk"),
        changed=Count("pk", filter=otherwise),
        looked_at=CappedCount(_newest(consultant)),
    )
    return {
        row["rule"]: _Count(row["spoke"], row["changed"], row["looked_at"])
        for row in counted
    }


def _newest(consultant: Consultant) -> QuerySet[Any, Any]:
    rows = ClientRequest.objects.of(consultant).order_by("-received_at", "-pk")
    return rows.values("pk")[:MOST_LOOKED_AT]


def _otherwise(consultant: Consultant, code: str) -> list[Confirmation]:
    """Return the latest verdicts that were changed where the rule had spoken, and
    those that called upon it; `spoken` tells them apart."""
    spoke = Finding.objects.filter(
        rule=code, set_aside=False, triage__request__in=_newest(consultant)
    )
    rows = Confirmation.objects.select_related("request__client")
    changes = rows.filter(request__in=spoke.values("triage__request"))
    changes = changes.exclude(verdict=F("engine_verdict"))
    objections = rows.of(consultant).filter(own_rule=code)
    both = changes.annotate(spoken=Value(1)).union(
        objections.annotate(spoken=Value(0)), all=True
    )
    return list(both.order_by("-at")[:MOST_CHANGES])
