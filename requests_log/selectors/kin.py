"""What stands beside a request: the other parts of its message, and what the client,
or others, asked before that the same rules object to. One query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from consultancy.models import Client, Document
from requests_log.models import (
    Assessment,
    ClientRequest,
    Confirmation,
    Finding,
    Recommendation,
)
from requests_log.models.verdict import Verdict
from requests_log.workflow import Stage

from .lists import ENOUGH, CappedCount

Rows = QuerySet[Any, Any]

MOST_EARLIER = 3
MOST_LOOKED_AT = 500  # of the client's newest; years of one
FIRST = datetime(1, 1, 2, tzinfo=UTC)  # before everything
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

OUTCOMES = {
    Assessment.RIGHT: _("The advice proved right."),
    Assessment.WRONG: _("The client proved right."),
    Assessment.UNCLEAR: _("What came of it cannot be told."),
}


@dataclass(frozen=True)
class Earlier:
    """An earlier request: the first thing advised instead, and how it ended."""

    pk: int
    text: str
    received_at: datetime
    advised: str
    ended: str
    outcome: str  # what came of it, or empty
    letter: str  # its number, or empty


@dataclass(frozen=True)
class Part:
    """One of the requests a message was split into."""

    pk: int
    text: str
    stage: str


@dataclass(frozen=True)
class Kin:
    """`parts` has the request itself among them and is empty where it is not one.

    `rule` is one that the earlier requests are listed by. `elsewhere` counts, up to
    ENOUGH and one, objections by the same rules to other clients.
    """

    parts: list[Part]
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
    parts = [row for row in rows if row["message"] == request.message_id]
    parts.sort(key=lambda row: row["part__start"] or 0)
    earlier = [row for row in rows if row["message"] != request.message_id]
    earlier.sort(key=lambda row: (row["received_at"], row["pk"]), reverse=True)
    told = [Part(row["pk"], row["text"], row["stage"]) for row in parts]
    return Kin(
        parts=told if len(told) > 1 else [],
        number=1 + [part.pk for part in told].index(request.pk),
        earlier=[_earlier(row) for row in earlier[:MOST_EARLIER]],
        # Where no finding is shared, it is the rule the consultant objected by.
        rule=(earlier[0]["matched"] or rules[0]) if earlier else "",
        has_more=len(earlier) > MOST_EARLIER,
        elsewhere=_elsewhere(parts[0]),
    )


def asked_before(
    client: Client, *, rules: Sequence[str], until: datetime
) -> list[Earlier]:
    """Return what the client asked UNTIL then that one of RULES objects to."""
    before = _before(client.pk, rules, until)[:MOST_EARLIER]
    rows = _told(ClientRequest.objects.filter(pk__in=before))
    return [_earlier(row) for row in rows.order_by("-received_at", "-pk")]


def _rows(request: ClientRequest, rules: Sequence[str]) -> Rows:
    requests = ClientRequest.objects.all()
    kin = requests.filter(message=request.message_id).values("pk")
    if not rules:
        return _told(requests.filter(pk__in=kin))
    before = _before(request.client_id, rules, request.received_at)
    other = before.exclude(message=request.message_id)[: MOST_EARLIER + 1]
    # Slices may not stand in a union on SQLite: one floor further down they may.
    kin = kin.union(requests.filter(pk__in=other).values("pk"), all=True)
    shared = _found(rules).filter(triage__request=OuterRef("pk")).order_by("position")
    return _told(
        requests.filter(pk__in=kin),
        matched=Subquery(shared.values("rule")[:1]),
        **_counts(request, rules),
    )


def _told(rows: Rows, **more: Any) -> Rows:
    """Read only what is told of each: whole rows would cost more than the query."""
    newest = Recommendation.objects.filter(request=OuterRef("pk")).order_by("-version")
    told: Rows = rows.annotate(
        alternatives=Subquery(newest.values("alternatives")[:1]), **more
    ).values(
        *("pk", "message", "text", "stage", "received_at", "part__start"),
        *("decision__document__year", "decision__document__serial"),
        *("outcome__stage_before", "outcome__assessment"),
        *("alternatives", *more),
    )
    return told


def _before(client: int, rules: Sequence[str], until: datetime) -> Rows:
    own = ClientRequest.objects.filter(client=client, received_at__lte=until)
    # Where looking stops; as a bound it lets both databases walk the index.
    newest = own.order_by("-received_at", "-pk").values("received_at")
    last = Subquery(newest[MOST_LOOKED_AT - 1 : MOST_LOOKED_AT])
    confirmed = Confirmation.objects.filter(own_rule__in=rules, request=OuterRef("pk"))
    found = _found(rules).filter(triage__request=OuterRef("pk"))
    objected = own.filter(
        Exists(found) | Exists(confirmed), received_at__gte=Coalesce(last, FIRST)
    )
    return objected.order_by("-received_at", "-pk").values("pk")


def _counts(request: ClientRequest, rules: Sequence[str]) -> dict[str, CappedCount]:
    """Return how often the consultant objected elsewhere: where a rule had spoken, and
    where none had."""
    if not rules:
        return {}
    spoke = _found(rules).filter(triage__request=OuterRef("request"))
    # One of several findings stands for its request: to sort them out took longer.
    others = _found(rules).filter(
        triage=OuterRef("triage"), position__lt=OuterRef("position")
    )
    found = _found(rules).filter(
        _objected_elsewhere(request, "triage__request"), ~Exists(others)
    )
    own = Confirmation.objects.filter(
        _objected_elsewhere(request, "request"), ~Exists(spoke), own_rule__in=rules
    )
    return {
        "by_the_rule": _capped(found.values("triage__request")),
        "by_himself": _capped(own.values("request")),
    }


def _capped(rows: Rows) -> CappedCount:
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


def _elsewhere(row: dict[str, Any]) -> int:
    counted: int = row.get("by_the_rule", 0) + row.get("by_himself", 0)
    return min(counted, ENOUGH + 1)


def _earlier(row: dict[str, Any]) -> Earlier:
    year, serial = row["decision__document__year"], row["decision__document__serial"]
    return Earlier(
        pk=row["pk"],
        text=row["text"],
        received_at=row["received_at"],
        advised=row["alternatives"][0] if row["alternatives"] else "",
        ended=str(ENDINGS[Stage(row["outcome__stage_before"] or row["stage"])]),
        outcome=str(OUTCOMES.get(row["outcome__assessment"], "")),
        letter=Document(year=year, serial=serial).number if year else "",
    )
