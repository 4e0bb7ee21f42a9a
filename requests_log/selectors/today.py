"""What needs the consultant today, in the order in which it does."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet, Value

from consultancy.models import (
    RUN_DUE,
    Consultant,
    Document,
    DocumentStatus,
    Heartbeat,
)
from consultancy.selectors.clients import clients_of
from requests_log.models import ClientRequest
from requests_log.workflow import DECIDED, Stage

from .lists import ENOUGH, FEW, counts_up_to_enough, rows_of

# The lists of the day, and the filter by stage that finds all of each.
STAGES: dict[str, str] = {
    "logged": Stage.LOGGED,
    "to_answer": "to_answer",
    "objected": Stage.OBJECTED,
    "to_send": "to_send",
    "to_remind": Stage.ADVISED,
    "to_do": Stage.CLEARED,
    "to_look_back": Stage.OVERRIDDEN,
    "advised": Stage.ADVISED,
}
EVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Waiting:
    """One list: the first few, and how many there are, up to ENOUGH and one."""

    name: str
    rows: list[ClientRequest]
    count: int

    @property
    def stage(self) -> str:
        return STAGES[self.name]

    @property
    def more_than_counted(self) -> bool:
        return self.count > ENOUGH


@dataclass(frozen=True)
class Today:
    """The day's list; `is_new` while there is no client at all, `last_run_at` when
    what runs by itself last did."""

    waiting: list[Waiting]
    pending_documents: list[Document]
    is_new: bool
    last_run_at: datetime | None

    @property
    def is_clear(self) -> bool:
        return not self.pending_documents and not any(w.rows for w in self.waiting)


def today_of(consultant: Consultant, *, now: datetime) -> Today:
    pending = Document.objects.of(consultant).filter(status=DocumentStatus.PENDING)
    beats = Heartbeat.objects.filter(name=RUN_DUE)
    waiting = _waiting(consultant, now)
    return Today(
        waiting=waiting,
        pending_documents=list(pending.defer("record").order_by("reserved_at")[:FEW]),
        is_new=not any(each.rows for each in waiting) and _has_no_clients(consultant),
        last_run_at=beats.values_list("at", flat=True).first(),
    )


def _has_no_clients(consultant: Consultant) -> bool:
    return not clients_of(consultant).exists()


def _which(name: str, now: datetime) -> Q:
    """Return which requests stand on a list."""
    due = Q(due_at__isnull=False, due_at__lte=now)
    match name:
        case "to_answer":
            return Q(stage=Stage.ADVISED, asked_at__isnull=False)
        case "to_send":
            return Q(stage=Stage.ADVISED, asked_at=None, due_at=None)
        case "to_remind":
            return due & Q(stage=Stage.ADVISED, asked_at=None)
        case "to_look_back":
            return due & Q(stage__in=DECIDED)
        case "advised":
            return Q(stage=Stage.ADVISED, asked_at=None, due_at__gt=now)
    return Q(stage=STAGES[name])


def _first(name: str, row: ClientRequest) -> Any:
    """Return what the rows of a list are ordered by: the most urgent has the least."""
    match name:
        case "to_answer":
            return row.asked_at or EVER, row.pk
        case "to_remind" | "to_look_back":
            return row.due_at or EVER, row.pk
        case "to_do":
            return row.wanted_on or date.max, row.received_at, row.pk
    return row.received_at, row.pk


def _waiting(consultant: Consultant, now: datetime) -> list[Waiting]:
    """Return all lists; counts are asked for only where there are more than a few."""
    keys = _few_of_each(consultant, now)
    rows = rows_of(consultant).in_bulk({pk for pk, _name in keys})
    found: dict[str, list[ClientRequest]] = {name: [] for name in STAGES}
    for pk, name in keys:
        found[name].append(rows[pk])
    counts = {name: len(some) for name, some in found.items()}
    if any(count > FEW for count in counts.values()):
        own = ClientRequest.objects.of(consultant)
        lists = {name: own.filter(_which(name, now)) for name in STAGES}
        counts = counts_up_to_enough(consultant, lists)
    for name, some in found.items():
        some.sort(key=partial(_first, name))
    return [Waiting(name, some[:FEW], counts[name]) for name, some in found.items()]


def _few_of_each(consultant: Consultant, now: datetime) -> set[tuple[int, str]]:
    """Return the keys of the first few of each list, in one query."""
    parts: list[QuerySet[ClientRequest, tuple[int, str]]] = []
    for name, which, order in _slices(now):
        first = ClientRequest.objects.of(consultant).filter(which).order_by(*order)
        # A slice cannot stand in a union itself on SQLite; a row named by one can.
        rows = ClientRequest.objects.filter(pk__in=first.values("pk")[: FEW + 1])
        parts.append(rows.annotate(name=Value(name)).values_list("pk", "name"))
    return set(parts[0].union(*parts[1:], all=True))


def _slices(now: datetime) -> list[tuple[str, Q, tuple[str, ...]]]:
    """Return list, rows and order of each part; every order walks an index."""
    slices: list[tuple[str, Q, tuple[str, ...]]] = []
    for name in STAGES:
        which = _which(name, now)
        if name == "to_answer":
            slices.append((name, which, ("asked_at", "pk")))
        elif name in ("to_remind", "to_look_back"):
            slices.append((name, which, ("due_at", "pk")))
        elif name == "to_do":
            dated = which & Q(wanted_on__isnull=False)
            slices.append((name, dated, ("wanted_on", "pk")))
            slices.append((name, which & Q(wanted_on=None), ("received_at", "pk")))
        else:
            slices.append((name, which, ("received_at", "pk")))
    return slices
