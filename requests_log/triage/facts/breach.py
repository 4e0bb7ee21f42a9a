"""A fact of the message that goes against a line of the strategy."""

from dataclasses import dataclass

from requests_log.triage.hits import Range


@dataclass(frozen=True)
class Breach:
    """Where it is said, the field of the strategy and the very line broken."""

    places: tuple[Range, ...]
    field: str
    line: str
    despite: frozenset[str] = frozenset()
