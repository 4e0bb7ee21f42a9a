"""The hash chain: what an entry is and how it hangs on the one before. Pure.

Canonical JSON follows RFC 8785 (JSON Canonicalization Scheme) over text, whole
numbers, booleans, null, lists and objects; fractions are refused, so that no
rounding rule is ever needed to check an entry.
"""

import hashlib
import hmac
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

ALGORITHM = "por-escrito-ledger-1:sha256"
COMMITMENT_TAG = b"por-escrito-commitment-1\x00"
GENESIS = "0" * 64
SAFE_INTEGER = 2**53 - 1
JSON = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False
)


class NotCanonical(ValueError):
    """The value has a part that canonical JSON cannot tell in one way only."""


def canonical(value: object) -> bytes:
    """Return VALUE as RFC 8785 bytes. Raises NotCanonical."""
    try:
        return JSON.encode(_ordered(value)).encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotCanonical("text with a lone surrogate") from error


def _ordered(value: object) -> object:
    """Return VALUE with object members in UTF-16 order, or refuse it."""
    if isinstance(value, str | bool) or value is None:
        return value
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in _names(value)}
    if isinstance(value, list | tuple):
        return [_ordered(item) for item in value]
    if isinstance(value, int) and abs(value) <= SAFE_INTEGER:
        return value
    raise NotCanonical(f"{type(value).__name__} has no single canonical form")


def _names(members: dict[Any, object]) -> list[str]:
    if not all(isinstance(key, str) for key in members):
        raise NotCanonical("a member's name is not text")
    if "".join(members).isascii():
        return sorted(members)  # the same order, and quicker
    return sorted(members, key=lambda key: key.encode("utf-16-be", "surrogatepass"))


def commitment(salt: bytes, payload: object) -> str:
    """Return the hex HMAC-SHA256 that binds to PAYLOAD without telling it."""
    return hmac.new(
        salt, COMMITMENT_TAG + canonical(payload), hashlib.sha256
    ).hexdigest()


@dataclass(frozen=True)
class Link:
    """One entry of a chain; `at` is aware, hashes are 64 hex digits."""

    chain: str
    seq: int
    kind: str
    at: datetime
    actor: str
    subject: str
    commitment: str
    previous_hash: str

    @property
    def hash(self) -> str:
        fields = {
            "algorithm": ALGORITHM,
            "chain": self.chain,
            "seq": self.seq,
            "kind": self.kind,
            "at": utc_text(self.at),
            "actor": self.actor,
            "subject": self.subject,
            "commitment": self.commitment,
            "previous_hash": self.previous_hash,
        }
        return hashlib.sha256(canonical(fields)).hexdigest()


def utc_text(at: datetime) -> str:
    """Return an aware moment as UTC with microseconds: one moment, one text."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@dataclass(frozen=True)
class Anchor:
    """The hash an entry had when somebody else was given it, and who holds it."""

    seq: int
    hash: str
    held_by: str


@dataclass(frozen=True)
class Fault:
    """The first place where a chain does not hold, and why (a code).

    Where an anchor tells it, the entry stands somewhere after `sound_until`.
    """

    seq: int
    why: str
    anchor: str = ""
    sound_until: int = 0


class Walker:
    """Goes along a chain from its first entry and says where it does not hold."""

    def __init__(self, *, other_chains: Collection[str] = ()) -> None:
        self.seq, self.hash = 0, GENESIS
        self._others = other_chains

    def step(self, link: Link, stored_hash: str) -> Fault | None:
        """Take the next entry; return what is wrong with it, if anything is."""
        why = self._why(link, stored_hash)
        fault = Fault(self.seq + 1 if why == "missing" else link.seq, why)
        self.seq, self.hash = link.seq, stored_hash
        return fault if why else None

    def _why(self, link: Link, stored_hash: str) -> str:
        if link.seq != self.seq + 1:
            return "missing"
        is_linked, is_sound = link.previous_hash == self.hash, link.hash == stored_hash
        if is_linked and is_sound:
            return ""
        if replace(link, seq=link.seq - 1).hash == stored_hash:
            return "inserted"
        if replace(link, seq=link.seq + 1).hash == stored_hash:
            return "removed"
        if any(replace(link, chain=c).hash == stored_hash for c in self._others):
            return "of_another_practice"
        return "broken_link" if is_sound else "altered"


def faults(links: Iterable[tuple[Link, str]]) -> Iterator[Fault]:
    """Yield what is wrong in (link, stored hash) pairs, given in seq order."""
    walker = Walker()
    for link, stored_hash in links:
        fault = walker.step(link, stored_hash)
        if fault:
            yield fault
