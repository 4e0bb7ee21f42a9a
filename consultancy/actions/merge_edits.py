"""Two tabs that edited the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from consultancy.errors import EditedMeanwhile


@dataclass(frozen=True)
class Merged:
    """What is to be stored, and of that what came from another tab meanwhile."""

    stored: Mapping[str, Any]
    values: dict[str, Any]
    kept: dict[str, Any]

    @property
    def changes(self) -> dict[str, dict[str, Any]]:
        """Return, as the ledger tells it, what differs from what is stored."""
        return {
            name: {"was": self.stored[name], "is": value}
            for name, value in self.values.items()
            if self.stored[name] != value
        }

    def save(self, row: Model, *also: str) -> None:
        """Store it in ROW, together with the fields that ALSO changed."""
        for name, value in self.values.items():
            setattr(row, name, value)
        row.save(update_fields=[*self.values, *also])


def merge_edits(
    typed: Mapping[str, Any], *, seen: Mapping[str, Any], stored: Mapping[str, Any]
) -> Merged:
    """Return TYPED, a form drawn from SEEN, joined with what is STORED by now.

    What was not touched in this form stays as it is stored. Raises EditedMeanwhile
    where both changed a field, each to something else.
    """
    seen = {**stored, **seen}
    touched = {name for name, value in typed.items() if value != seen[name]}
    clashes = [
        name
        for name in typed
        if name in touched and stored[name] not in (seen[name], typed[name])
    ]
    values = {
        name: value if name in touched else stored[name]
        for name, value in typed.items()
    }
    kept = {
        name: stored[name]
        for name in typed
        if name not in touched and stored[name] != seen[name]
    }
    if clashes:
        raise EditedMeanwhile(stored, clashes)
    return Merged(stored, values, kept)


def merge_into(
    row: Model, typed: Mapping[str, Any], *, seen: Mapping[str, Any]
) -> Merged:
    """Join TYPED with ROW as it is stored by now; nothing is saved yet. Raises
    EditedMeanwhile."""
    row.refresh_from_db(fields=list(typed))
    stored = {name: getattr(row, name) for name in typed}
    return merge_edits(typed, seen=seen, stored=stored)
