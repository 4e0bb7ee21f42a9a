"""The written recommendation: what was asked, advised and decided, as one record."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .errors import LetterError
from .parts import (
    Address,
    Advice,
    Asked,
    Decision,
    Ending,
    LedgerHead,
    Letterhead,
    Recipient,
    TimelineEntry,
)
from .records import read, write

FORMAT = "por-escrito-written-recommendation-1"
LANGUAGES = ("es", "en")


@dataclass(frozen=True, kw_only=True)
class WrittenRecommendation:
    """All that one letter says. Raises LetterError where it would contradict itself.

    `number` like 2026-0007, `issued_at` aware, `zone` an IANA name, `language` es or
    en, `rulebook` the fingerprint of the rules, `supersedes` an earlier number.
    """

    number: str
    issued_at: datetime
    zone: str
    language: str
    address: Address
    ending: Ending
    letterhead: Letterhead
    recipient: Recipient
    asked: Asked
    advice: Advice
    decision: Decision
    timeline: tuple[TimelineEntry, ...]
    ledger_head: LedgerHead
    rulebook: str = ""
    verification_url: str | None = None
    supersedes: str | None = None

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise LetterError(f"no letters are written in {self.language}")
        try:
            ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise LetterError(f"unknown time zone {self.zone}") from error
        if self._has_ticks() and not self._may_have_ticks():
            raise LetterError("only a client on his page ticks what he takes on")

    def _has_ticks(self) -> bool:
        return any(each.ticked for each in self.advice.consequences)

    def _may_have_ticks(self) -> bool:
        by_himself = not self.decision.recorded_by
        return by_himself and self.ending is Ending.OFF_STRATEGY


def to_record(letter: WrittenRecommendation) -> dict[str, Any]:
    """Return LETTER as plain JSON values: what is stored, and what record.json holds.

    Moments are UTC text. `from_record` gives back an equal letter.
    """
    record: dict[str, Any] = write(letter)
    return {"format": FORMAT, **record}


def from_record(record: Mapping[str, Any]) -> WrittenRecommendation:
    """Return the letter that to_record wrote. Raises LetterError."""
    if record.get("format") != FORMAT:
        raise LetterError(f"not a record of the form {FORMAT}")
    fields = {name: value for name, value in record.items() if name != "format"}
    letter: WrittenRecommendation = read(WrittenRecommendation, fields)
    return letter


def record_bytes(letter: WrittenRecommendation) -> bytes:
    """Return the content of record.json: sorted, indented, UTF-8, for people too."""
    record = to_record(letter)
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, indent=2)
    return text.encode("utf-8")
