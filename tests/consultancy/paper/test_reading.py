from consultancy.paper.claims import Claim
from consultancy.paper.reading import (
    Reading,
    ReadingJob,
    State,
    job_from_bytes,
    job_to_bytes,
    reading_from_bytes,
    reading_to_bytes,
)
from consultancy.paper.verify import SeenSignature, SignatureReport

from .pages import NOW

SEEN = SeenSignature(
    field="Signature",
    signer="Marta Ruiz 🚀",
    issuer="Por Escrito",
    fingerprint="ab",
    is_intact=True,
    is_trusted=False,
    is_pinned=True,
    has_its_place=True,
    covers_whole_file=True,
    modification="none",
    is_modification_allowed=True,
    signed_at=NOW,
)


def test_a_job_comes_back_from_the_pipe() -> None:
    job = ReadingJob(b"\x00\xff%PDF", ["PEM"], ["ab"])
    assert job_from_bytes(job_to_bytes(job)) == job


def test_what_was_read_comes_back_from_the_pipe() -> None:
    reading = Reading(
        state=State.READ,
        signatures=SignatureReport((SEEN,)),
        claim=Claim("2026-0001", "ab"),
        carries_our_key=True,
    )
    assert reading_from_bytes(reading_to_bytes(reading)) == reading
    bare = Reading(state=State.NO_PDF)
    assert reading_from_bytes(reading_to_bytes(bare)) == bare
