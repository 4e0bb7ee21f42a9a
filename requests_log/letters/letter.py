"""What every letter says: who writes to whom, what was asked, what was advised."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .errors import LetterError
from .parts import (
    Address,
    Advice,
    Asked,
    LedgerHead,
    Letterhead,
    Recipient,
    TimelineEntry,
)

LANGUAGES = ("es", "en")


@dataclass(frozen=True, kw_only=True)
class Letter:
    """Raises LetterError for a language or a zone nobody can write in.

    `number` like 2026-0007, `issued_at` aware, `zone` an IANA name, `language` es or
    en, `rulebook` the fingerprint of the rules. `supersedes` is the number of an
    earlier letter, `why_superseded` what was wrong with it.
    """

    number: str
    issued_at: datetime
    zone: str
    language: str
    address: Address
    letterhead: Letterhead
    recipient: Recipient
    asked: Asked
    advice: Advice
    timeline: tuple[TimelineEntry, ...]
    ledger_head: LedgerHead
    rulebook: str = ""
    verification_url: str | None = None
    supersedes: str | None = None
    why_superseded: str = ""

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise LetterError(f"no letters are written in {self.language}")
        try:
            ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise LetterError(f"unknown time zone {self.zone}") from error
