"""Two tabs that edited the same thing. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from consultancy.errors import EditedMeanwhile


@dataclass(frozen=True)
class Merged:
    """What is to be stored, and of that what came from another tab meanwhile."""

    values: dict[str, Any]
    kept: dict[str, Any]

    def changes_to(self, stored: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """Return, as the ledger tells it, what differs from STORED."""
        return {
            name: {"was": stored[name], "is": value}
            for name, value in self.values.items()
            if stored[name] != value
        }


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
    return Merged(values, kept)
