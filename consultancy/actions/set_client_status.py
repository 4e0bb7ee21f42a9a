"""Whether there is work for a client now, and since when."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from consultancy.models import Client

from .merge_edits import merge_into
from .take_turn import take_turn
from .write_down import write_down


@dataclass(frozen=True)
class StatusData:
    """A code of ClientStatus; day and reason are told or not."""

    status: str
    status_on: date | None
    status_reason: str


@transaction.atomic
def set_client_status(
    row: Client, *, status: StatusData, seen: Mapping[str, Any], at: datetime
) -> dict[str, Any]:
    """Store what changed of a form drawn from SEEN; return what another tab changed
    meanwhile and is kept. Raises EditedMeanwhile."""
    take_turn(row.consultant)
    merged = merge_into(row, asdict(status), seen=seen)
    if merged.changes:
        merged.save(row)
        _enter(row, merged.changes, at)
    return merged.kept


def _enter(row: Client, changes: dict[str, dict[str, Any]], at: datetime) -> None:
    told = {
        name: {when: _as_text(value) for when, value in change.items()}
        for name, change in changes.items()
    }
    write_down(
        row.consultant,
        kind="client_status_changed",
        at=at,
        subject=f"client:{row.pk}",
        payload={"changed": told},
    )


def _as_text(value: str | date | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value
