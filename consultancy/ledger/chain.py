"""The hash chain: what an entry is and how it hangs on the one before. Pure.

Canonical JSON follows RFC 8785 (JSON Canonicalization Scheme) over text, whole
numbers, booleans, null, lists and objects; fractions are refused, so that no
rounding rule is ever needed to check an entry.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

ALGORITHM = "por-escrito-ledger-1:sha256"
COMMITMENT_TAG = b"por-escrito-commitment-1\x00"
GENESIS = "0" * 64
SAFE_INTEGER = 2**53 - 1


class NotCanonical(ValueError):
    """The value has a part that canonical JSON cannot tell in one way only."""


def canonical(value: object) -> bytes:
    """Return VALUE as RFC 8785 bytes. Raises NotCanonical."""
    try:
        text = json.dumps(
            _ordered(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False
        )
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotCanonical("text with a lone surrogate") from error


def _ordered(value: object) -> object:
    """Return VALUE with object members in UTF-16 order, or refuse it."""
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise NotCanonical("a member's name is not text")
        by_utf16 = sorted(
            value, key=lambda key: key.encode("utf-16-be", "surrogatepass")
        )
        return {key: _ordered(value[key]) for key in by_utf16}
    if isinstance(value, list | tuple):
        return [_ordered(item) for item in value]
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and abs(value) <= SAFE_INTEGER:
        return value
    raise NotCanonical(f"{type(value).__name__} has no single canonical form")


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
class Fault:
    """The first place where a chain does not hold, and why (a code)."""

    seq: int
    why: str


def faults(links: Iterable[tuple[Link, str]]) -> Iterator[Fault]:
    """Yield what is wrong in (link, stored hash) pairs, given in seq order."""
    expected_seq, previous = 1, GENESIS
    for link, stored_hash in links:
        if link.seq != expected_seq:
            yield Fault(expected_seq, "missing")
        elif link.previous_hash != previous:
            yield Fault(link.seq, "broken_link")
        elif link.hash != stored_hash:
            yield Fault(link.seq, "altered")
        expected_seq, previous = link.seq + 1, stored_hash
