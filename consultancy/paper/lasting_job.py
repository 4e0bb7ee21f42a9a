"""What is asked of the child process that makes a signature checkable for years."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

# What the child is asked: what is wanted, whether the last answer fits, the file.
ASK, FIT, ADD = "ask", "fit", "add"
# How an issuer says that a certificate is not revoked.
OCSP, CRL = "ocsp", "crl"


@dataclass(frozen=True)
class Source:
    """Where an issuer says it: by which way, and at which address."""

    kind: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A certificate (hex SHA-256) about which its issuer is to be asked: SOURCES in
    turn, `request` (DER) of those that answer questions.

    `is_needed` is False for a signature that others added: it holds without.
    """

    fingerprint: str
    subject: str
    sources: tuple[Source, ...]
    request: bytes
    is_needed: bool


@dataclass(frozen=True)
class Given:
    """What an issuer said (DER) of the certificate with this fingerprint."""

    fingerprint: str
    kind: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class LastingJob:
    """A signed file; `own` are the PEM certificates of the authorities of this
    installation, which revoke nothing, `clocks` the roots that timestamps lead to."""

    pdf: bytes
    own: Sequence[str]
    clocks: Sequence[str]
    now: datetime
    step: str = ASK
    given: Sequence[Given] = ()


def job_to_bytes(job: LastingJob) -> bytes:
    """Write a job as JSON, for the pipe to the child."""
    fields = {
        "pdf": _text(job.pdf),
        "own": list(job.own),
        "clocks": list(job.clocks),
        "now": job.now.isoformat(),
        "step": job.step,
        "given": [
            [each.fingerprint, each.kind, _text(each.content)] for each in job.given
        ],
    }
    return json.dumps(fields).encode("ascii")


def job_from_bytes(payload: bytes) -> LastingJob:
    """Read what job_to_bytes wrote."""
    fields = json.loads(payload)
    return LastingJob(
        pdf=base64.b64decode(fields["pdf"]),
        own=fields["own"],
        clocks=fields["clocks"],
        now=datetime.fromisoformat(fields["now"]),
        step=fields["step"],
        given=[
            Given(fingerprint, kind, base64.b64decode(content))
            for fingerprint, kind, content in fields["given"]
        ],
    )


def wanted_to_bytes(wanted: Sequence[Wanted]) -> bytes:
    """Write what is wanted as JSON, for the pipe back."""
    rows = [
        {
            "fingerprint": each.fingerprint,
            "subject": each.subject,
            "sources": [[source.kind, source.url] for source in each.sources],
            "request": _text(each.request),
            "is_needed": each.is_needed,
        }
        for each in wanted
    ]
    return json.dumps(rows).encode("ascii")


def wanted_from_bytes(payload: bytes) -> list[Wanted]:
    """Read what wanted_to_bytes wrote."""
    return [_wanted(row) for row in json.loads(payload)]


def _wanted(row: dict[str, Any]) -> Wanted:
    return Wanted(
        fingerprint=row["fingerprint"],
        subject=row["subject"],
        sources=tuple(Source(kind, url) for kind, url in row["sources"]),
        request=base64.b64decode(row["request"]),
        is_needed=row["is_needed"],
    )


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
