"""What needs the consultant today, in the order in which it does."""

from dataclasses import dataclass
from datetime import datetime

from consultancy.models import (
    RUN_DUE,
    Consultant,
    Document,
    DocumentStatus,
    Heartbeat,
)
from consultancy.selectors.clients import clients_of
from requests_log.workflow import Stage

from .lists import FEW, Waiting, waiting_at

IN_ORDER = (Stage.LOGGED, Stage.OBJECTED, Stage.ADVISED)


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


def today_of(consultant: Consultant) -> Today:
    pending = Document.objects.of(consultant).filter(status=DocumentStatus.PENDING)
    beats = Heartbeat.objects.filter(name=RUN_DUE)
    waiting = waiting_at(consultant, IN_ORDER)
    return Today(
        waiting=waiting,
        pending_documents=list(pending.defer("record").order_by("reserved_at")[:FEW]),
        is_new=not any(each.rows for each in waiting) and _has_no_clients(consultant),
        last_run_at=beats.values_list("at", flat=True).first(),
    )


def _has_no_clients(consultant: Consultant) -> bool:
    return not clients_of(consultant).exists()
