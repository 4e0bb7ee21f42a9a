"""What stands beside a request: the other parts of its message, and what the client,
or others, asked before that the same rule objects to. One query."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

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

    `elsewhere` counts, up to ENOUGH and one, objections by the rule to other clients.
    """

    rule: str
    parts: list[ClientRequest]
    number: int
    earlier: list[Earlier]
    has_more: bool
    elsewhere: int

    @property
    def more_than_counted(self) -> bool:
        return self.elsewhere > ENOUGH


def kin_of(request: ClientRequest, *, rule: str) -> Kin:
    """Return what stands beside a request that RULE, or none, objects to."""
    if not rule and not hasattr(request, "part"):
        return Kin(rule, [], 0, [], has_more=False, elsewhere=0)
    rows = list(_rows(request, rule))
    earlier = [row for row in rows if row.message_id != request.message_id]
    earlier.sort(key=lambda row: (row.received_at, row.pk), reverse=True)
    parts = [row for row in rows if row.message_id == request.message_id]
    parts.sort(key=lambda row: row.part.start if hasattr(row, "part") else 0)
    return Kin(
        rule=rule,
        parts=parts if len(parts) > 1 else [],
        number=1 + [row.pk for row in parts].index(request.pk),
        earlier=[_earlier(row) for row in earlier[:MOST_EARLIER]],
        has_more=len(earlier) > MOST_EARLIER,
        elsewhere=_elsewhere(parts[0]),
    )


def _elsewhere(row: Any) -> int:
    counted = getattr(row, "by_the_rule", 0) + getattr(row, "by_himself", 0)
    return min(counted, ENOUGH + 1)


def _rows(request: ClientRequest, rule: str) -> QuerySet[ClientRequest]:
    requests = ClientRequest.objects.all()
    kin = requests.filter(message=request.message_id).values("pk")
    if rule:
        # Slices may not stand in a union on SQLite: one floor further down they may.
        before = requests.filter(pk__in=_before(request, rule)).values("pk")
        kin = kin.union(before, all=True)
    newest = Recommendation.objects.filter(request=OuterRef("pk")).order_by("-version")
    rows = requests.filter(pk__in=kin).annotate(
        alternatives=Subquery(newest.values("alternatives")[:1]),
        **_counts(request, rule),
    )
    return rows.select_related("part", "decision__document").defer(
        "search_text", "decision__words", "decision__document__record"
    )


def _before(request: ClientRequest, rule: str) -> QuerySet[ClientRequest, Any]:
    own = ClientRequest.objects.filter(
        client=request.client_id, received_at__lte=request.received_at
    ).exclude(message=request.message_id)
    objected = own.filter(
        Exists(_found(rule).filter(triage__request=OuterRef("pk")))
        | Exists(Confirmation.objects.filter(own_rule=rule, request=OuterRef("pk")))
    )
    newest = objected.order_by("-received_at", "-pk")
    return newest.values("pk")[: MOST_EARLIER + 1]


def _counts(request: ClientRequest, rule: str) -> dict[str, CappedCount]:
    """Return how often the consultant objected elsewhere: where the rule had spoken,
    and where it had not."""
    if not rule:
        return {}
    spoke = _found(rule).filter(triage__request=OuterRef("request"))
    found = _found(rule).filter(_objected_elsewhere(request, "triage__request"))
    own = Confirmation.objects.filter(
        _objected_elsewhere(request, "request"), ~Exists(spoke), own_rule=rule
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


def _found(rule: str) -> QuerySet[Finding]:
    return Finding.objects.filter(rule=rule, set_aside=False)


def _earlier(row: Any) -> Earlier:
    decision = getattr(row, "decision", None)
    letter = decision.document if decision else None
    return Earlier(
        request=row,
        advised=row.alternatives[0] if row.alternatives else "",
        ended=str(ENDINGS[Stage(row.stage)]),
        letter=letter.number if letter else "",
    )
