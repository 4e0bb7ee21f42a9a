"""All that is read out of a PDF somebody holds out, and its way over the pipe."""

import base64
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from .claims import Claim
from .verify import SeenSignature, SignatureReport


class State(StrEnum):
    """How far a file could be read."""

    READ = "read"
    NO_PDF = "no_pdf"
    BREAKS_OFF = "breaks_off"
    LOCKED = "locked"
    DAMAGED = "damaged"


NOT_SIGNED = SignatureReport(())


@dataclass(frozen=True, kw_only=True)
class Reading:
    """`carries_our_key` says that a certificate of ours is in it, broken or not."""

    state: State
    signatures: SignatureReport = NOT_SIGNED
    claim: Claim | None = None
    carries_our_key: bool = False


@dataclass(frozen=True)
class ReadingJob:
    """A file, the PEM certificates we signed with, and fingerprints we know beside."""

    pdf: bytes
    certificates: Sequence[str]
    known: Sequence[str] = ()


def job_to_bytes(job: ReadingJob) -> bytes:
    """Write a job as JSON, for the pipe to the child."""
    fields = {
        "pdf": base64.b64encode(job.pdf).decode("ascii"),
        "certificates": list(job.certificates),
        "known": list(job.known),
    }
    return json.dumps(fields).encode("ascii")


def job_from_bytes(payload: bytes) -> ReadingJob:
    """Read what job_to_bytes wrote."""
    fields = json.loads(payload)
    pdf = base64.b64decode(fields["pdf"])
    return ReadingJob(pdf, fields["certificates"], fields["known"])


def reading_to_bytes(reading: Reading) -> bytes:
    """Write what was read as JSON, for the pipe back."""
    return json.dumps(asdict(reading), default=datetime.isoformat).encode("ascii")


def reading_from_bytes(payload: bytes) -> Reading:
    """Read what reading_to_bytes wrote."""
    fields = json.loads(payload)
    report = fields.pop("signatures")
    seen = tuple(map(_signature, report["signatures"]))
    claim = fields.pop("claim")
    state = State(fields.pop("state"))
    return Reading(
        state=state,
        signatures=SignatureReport(seen, report["are_stamps_whole"]),
        claim=Claim(**claim) if claim else None,
        **fields,
    )


def _signature(fields: dict[str, Any]) -> SeenSignature:
    at = fields.pop("signed_at")
    moment = datetime.fromisoformat(at) if at else None
    return SeenSignature(signed_at=moment, **fields)
