"""One file of the table, and what is to be said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from consultancy.selectors.verification import Answer


@dataclass(frozen=True)
class File:
    """A file and what is to be said of it. `differs` says why a judge may see it
    otherwise, by the judge's name; `seen_at` is when it is looked at, where that is
    another day than the one on which it was signed."""

    name: str
    content: bytes
    answer: Answer
    differs: Mapping[str, str] = field(default_factory=dict)
    seen_at: datetime | None = None
