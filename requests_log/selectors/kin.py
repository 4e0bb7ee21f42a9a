"""What stands beside a request: the other parts of its message, and what the client,
or others, asked before that the same rules object to. One query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from consultancy.models import Client
from requests_log.models import ClientRequest, Confirmation, Finding, Recommendation
from requests_log.models.verdict import Verdict
from requests_log.workflow import Stage

from .lists import ENOUGH, CappedCount

MOST_EARLIER = 3
OBJECTED = tuple(set(Stage) - {Stage.LOGGED, Stage.CLEARED, Stage.DROPPED})
ENDINGS = {
    Stage.LOGGED: _("You have not looked at it yet."),
    Stage.CLEARED: _("You had nothing against it."),
    Stage.OBJECTED: _("You objected; the advice is not written yet."),
    Stage.ADVISED: _("The client has not decided yet."),
    Stage.UNANSWERED: _("The client never answered."),
    Stage.FOLLOWED: _("The client followed your advice."),
    Stage.WITHDRAWN: _("The client withdrew it."),
    Stage.OVERRIDDEN: _("The client went ahead against your advice."),
    Stage.CLOSED: _("It is closed."),
    Stage.DROPPED: _("It was dropped."),
}


@dataclass(frozen=True)
class Earlier:
    """An earlier request: the first thing advised instead, and how it ended."""

    request: ClientRequest
    advised: str
    ended: str
    letter: str  # its number, or empty


@dataclass(frozen=True)
class Kin:
    """`parts` has the request itself among them and is empty where it is not one.

    `rule` is one that the earlier requests are listed by. `elsewhere` counts, up to
    ENOUGH and one, objections by the same rules to other clients.
    """

    parts: list[ClientRequest]
    number: int
    earlier: list[Earlier]
    rule: str
    has_more: bool
    elsewhere: int

    @property
    def more_than_counted(self) -> bool:
        return self.elsewhere > ENOUGH


NOBODY = Kin([], 0, [], "", has_more=False, elsewhere=0)


def worst_rules(held: Sequence[Finding]) -> list[str]:
    """Return the rules that gave a request its verdict; what they say of it comes
    worst first."""
    return list(
        dict.fromkeys(row.rule for row in held if row.verdict == held[0].verdict)
    )


def kin_of(request: ClientRequest, *, rules: Sequence[str]) -> Kin:
    """Return what stands beside a request that RULES, or none, object to."""
    if not rules and not hasattr(request, "part"):
        return NOBODY
    rows = list(_rows(request, rules))
    parts = [row for row in rows if row.message_id == request.message_id]
    parts.sort(key=lambda row: row.part.start if hasattr(row, "part") else 0)
    earlier = [row for row in rows if row.message_id != request.message_id]
    earlier.sort(key=lambda row: (row.received_at, row.pk), reverse=True)
    return Kin(
        parts=parts if len(parts) > 1 else [],
        number=1 + [row.pk for row in parts].index(request.pk),
        earlier=[_earlier(row) for row in earlier[:MOST_EARLIER]],
        rule=earlier[0].matched if earlier else "",
        has_more=len(earlier) > MOST_EARLIER,
        elsewhere=_elsewhere(parts[0]),
    )


def asked_before(
    client: Client, *, rules: Sequence[str], until: datetime
) -> list[Earlier]:
    """Return what the client asked UNTIL then that one of RULES objects to."""
    rows = _told(ClientRequest.objects.filter(client=client), rules)
    earlier = _objected(rows, rules).filter(received_at__lte=until)
    newest = earlier.order_by("-received_at", "-pk")[:MOST_EARLIER]
    return [_earlier(row) for row in newest]


def _rows(request: ClientRequest, rules: Sequence[str]) -> QuerySet[Any]:
    requests = ClientRequest.objects.all()
    kin = requests.filter(message=request.message_id).values("pk")
    if rules:
        # Slices may not stand in a union on SQLite: one floor further down they may.
        before = requests.filter(pk__in=_before(request, rules)).values("pk")
        kin = kin.union(before, all=True)
    rows = requests.filter(pk__in=kin).annotate(**_counts(request, rules))
    return _told(rows, rules)


def _told(rows: QuerySet[Any], rules: Sequence[str]) -> QuerySet[Any]:
    """Join what is told of each: its advice, its end, the rule that it shares."""
    newest = Recommendation.objects.filter(request=OuterRef("pk")).order_by("-version")
    shared = _found(rules).filter(triage__request=OuterRef("pk")).order_by("position")
    own = Confirmation.objects.filter(request=OuterRef("pk"), own_rule__in=rules)
    told: QuerySet[Any] = rows.annotate(
        alternatives=Subquery(newest.values("alternatives")[:1]),
        matched=Coalesce(
            Subquery(shared.values("rule")[:1]),
            Subquery(own.values("own_rule")[:1]),
            Value(""),
        ),
    )
    return told.select_related("part", "decision__document").defer(
        "search_text", "decision__words", "decision__document__record"
    )


def _before(request: ClientRequest, rules: Sequence[str]) -> QuerySet[Any, Any]:
    own = ClientRequest.objects.filter(
        client=request.client_id, received_at__lte=request.received_at
    ).exclude(message=request.message_id)
    newest = _objected(own, rules).order_by("-received_at", "-pk").values("pk")
    most: QuerySet[Any, Any] = newest[: MOST_EARLIER + 1]
    return most


def _objected(rows: QuerySet[Any], rules: Sequence[str]) -> QuerySet[Any]:
    own = Confirmation.objects.filter(own_rule__in=rules, request=OuterRef("pk"))
    found = _found(rules).filter(triage__request=OuterRef("pk"))
    return rows.filter(Exists(found) | Exists(own))


def _counts(request: ClientRequest, rules: Sequence[str]) -> dict[str, CappedCount]:
    """Return how often the consultant objected elsewhere: where a rule had spoken, and
    where none had."""
    if not rules:
        return {}
    spoke = _found(rules).filter(triage__request=OuterRef("request"))
    found = _found(rules).filter(_objected_elsewhere(request, "triage__request"))
    own = Confirmation.objects.filter(
        _objected_elsewhere(request, "request"), ~Exists(spoke), own_rule__in=rules
    )
    return {
        "by_the_rule": _capped(found.values("triage__request").distinct()),
        "by_himself": _capped(own.values("request")),
    }


def _capped(rows: QuerySet[Any, Any]) -> CappedCount:
    return CappedCount(rows[: ENOUGH + 1])


def _objected_elsewhere(request: ClientRequest, path: str) -> Q:
    objected: dict[str, Any] = {
        f"{path}__consultant": request.consultant_id,
        f"{path}__stage__in": OBJECTED,
        f"{path}__verdict__in": [Verdict.BAD_PRACTICE, Verdict.OFF_STRATEGY],
    }
    return Q(**objected) & ~Q(**{f"{path}__client": request.client_id})


def _found(rules: Sequence[str]) -> QuerySet[Finding]:
    return Finding.objects.filter(rule__in=rules, set_aside=False)


def _elsewhere(row: Any) -> int:
    counted = getattr(row, "by_the_rule", 0) + getattr(row, "by_himself", 0)
    return min(counted, ENOUGH + 1)


def _earlier(row: Any) -> Earlier:
    decision = getattr(row, "decision", None)
    letter = decision.document if decision else None
    return Earlier(
        request=row,
        advised=row.alternatives[0] if row.alternatives else "",
        ended=str(ENDINGS[Stage(row.stage)]),
        letter=letter.number if letter else "",
    )
