"""The list of who was erased, beside the data: a restored backup must lose them too."""

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

from consultancy.models import Erasure

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class NotedErasure:
    """One erasure, told without naming anybody; `until` is a day, or None."""

    id: str
    chain: str  # of the practice
    client: int
    ground: str
    until: str | None
    done: bool


def note_erasures() -> None:
    """Add to the list what is not in it yet. Raises OSError."""
    file: Path = settings.ERASURES_FILE
    noted = set(noted_erasures(file))
    new = [each for each in _from_database() if each not in noted]
    if not new:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as list_of_them:
        list_of_them.writelines(json.dumps(asdict(each)) + "\n" for each in new)
        list_of_them.flush()
        os.fsync(list_of_them.fileno())


def tell_the_list() -> None:
    """Note them if that can be done now; otherwise `run_due` does it."""
    try:
        note_erasures()
    except OSError as error:
        log.warning("the list of erasures could not be written: %s", error)


def noted_erasures(file: Path) -> list[NotedErasure]:
    """Return what the list says; a line that was cut off says nothing."""
    if not file.exists():
        return []
    found = []
    for line in file.read_text("utf-8").splitlines():
        try:
            found.append(NotedErasure(**json.loads(line)))
        except (TypeError, ValueError):
            continue
    return found


def _from_database() -> Iterator[NotedErasure]:
    for row in Erasure.objects.select_related("consultant").order_by("pk"):
        yield NotedErasure(
            id=str(row.public_id),
            chain=str(row.consultant.public_id),
            client=row.client_number,
            ground=row.ground,
            until=row.keep_until.isoformat() if row.keep_until else None,
            done=row.done_at is not None,
        )
