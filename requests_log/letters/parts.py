"""What a written recommendation is made of. Frozen: a letter is a copy, not a view.

Texts are verbatim. Moments are aware; the letter prints them in its own zone.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .errors import LetterError

COLOUR = re.compile(r"(#[0-9a-f]{6})?")


class Address(StrEnum):
    """How a Spanish-speaking client is addressed; English makes no difference."""

    TU = "tu"
    USTED = "usted"


class Ending(StrEnum):
    """How the letter ends: the request is carried out, or refused."""

    OFF_STRATEGY = "off_strategy"
    BAD_PRACTICE = "bad_practice"


class Settlement(StrEnum):
    """A decision that needs no override: to follow the advice, or to let it be."""

    FOLLOWS = "follows"
    WITHDRAWS = "withdraws"


class Factor(StrEnum):
    """What an argument leans on."""

    EXPERIENCE = "experience"
    STRATEGY = "strategy"
    COMMON_SENSE = "common_sense"
    NEEDS = "needs"
    RESOURCES = "resources"
    LAW_PLATFORM = "law_platform"


class Channel(StrEnum):
    """How words reached the consultant; PAGE is the client's own private page."""

    WHATSAPP = "whatsapp"
    EMAIL = "email"
    PHONE = "phone"
    MEETING = "meeting"
    OTHER = "other"
    PAGE = "page"


class Way(StrEnum):
    """How the advice went out, by the consultant's account."""

    WHATSAPP = "whatsapp"
    EMAIL = "email"
    BY_HAND = "by_hand"
    READ_OUT = "read_out"


class Standing(StrEnum):
    """What the consultant had noted of who decided; nothing, of a stranger."""

    UNDOUBTED = "undoubted"
    NO_SAY = "no_say"
    HAD_LEFT = "had_left"


@dataclass(frozen=True)
class Moment:
    """When something happened, as told, and when it was recorded, by the clock."""

    happened_at: datetime
    recorded_at: datetime


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """Who writes. `address` may have several lines; `logo` is a picture's bytes.

    `accent` is the colour of lines and labels, as #rrggbb; empty for the plain one.
    """

    name: str
    trade: str = ""
    tax_id: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    logo: bytes | None = None
    accent: str = ""

    def __post_init__(self) -> None:
        if not COLOUR.fullmatch(self.accent):
            raise LetterError(f"no colour: {self.accent[:40]!r}")


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Whom the letter goes to."""

    client_name: str
    contact_name: str = ""
    contact_role: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The request, in the client's own words; `sent_by` is whose of his people's."""

    words: str
    channel: Channel
    moment: Moment
    sent_by: str = ""


@dataclass(frozen=True, kw_only=True)
class StrategyLine:
    """The line of the strategy that a finding rests on.

    `agreed` only with proof of it; otherwise the consultant noted it on that date.
    """

    line: str
    on: date
    agreed: bool


@dataclass(frozen=True, kw_only=True)
class Authority:
    """A law or a platform's rule; printed only when `verified`."""

    name: str
    article: str = ""
    holds_in: str = ""
    checked_on: date | None = None
    verified: bool = False


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a confirmed rule says, and the client's words that made it speak.

    Only a rule of the consultant's own has a version.
    """

    rule: str
    title: str
    why: str
    quotes: tuple[str, ...] = ()
    strategy: StrategyLine | None = None
    authorities: tuple[Authority, ...] = ()
    own_version: int | None = None


@dataclass(frozen=True)
class Argument:
    """One reason, and what it leans on."""

    factor: Factor
    text: str


@dataclass(frozen=True)
class Consequence:
    """What can come of it; `ticked` only by the client himself, on his page."""

    text: str
    ticked: bool = False


@dataclass(frozen=True, kw_only=True)
class Advice:
    """The version of the recommendation that the decision answers."""

    version: int
    moment: Moment
    findings: tuple[Finding, ...]
    arguments: tuple[Argument, ...]
    consequences: tuple[Consequence, ...]
    alternatives: tuple[str, ...]


@dataclass(frozen=True)
class Sending:
    """One sending of the advice; `reminder` is which reminder it was, 0 for none."""

    way: Way
    moment: Moment
    reminder: int = 0


@dataclass(frozen=True, kw_only=True)
class Proof:
    """A file that is kept with the record; `sha256` in hex."""

    name: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What the client decides, in his own words.

    `recorded_by` names the consultant who wrote it down after a call, a message or a
    meeting; it is empty when the client decided on his own page.
    """

    channel: Channel
    by_name: str
    words: str
    moment: Moment
    by_role: str = ""
    recorded_by: str = ""
    standing: Standing = Standing.UNDOUBTED
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TimelineEntry:
    """One entry of the ledger. `note` is what else it tells, such as an address."""

    seq: int
    kind: str
    at: datetime
    actor: str
    hash: str
    note: str = ""


@dataclass(frozen=True)
class LedgerHead:
    """Where the ledger ended when the letter's number was reserved."""

    seq: int
    hash: str
