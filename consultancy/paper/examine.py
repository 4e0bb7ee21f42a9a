"""Reads a PDF made by anybody, perhaps to do harm. Runs in the child process only."""

import re
from collections.abc import Collection, Sequence
from contextlib import suppress
from io import BytesIO

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader

from .claims import Claim, claim_of
from .reading import NOT_SIGNED, Reading, ReadingJob, State
from .verify import HEADER, HEADER_WITHIN, HOSTILE, SignatureReport, signatures_in

END_OF_FILE = b"%%EOF"
# Longer than what programs leave after the end; a reader looks for it from behind.
END_WITHIN = 65_536
LAST_LINES = 1024
# The room of a signature: hexadecimal, and long.
ROOM = re.compile(rb"<([0-9A-Fa-f]{1000,})")


def examine(job: ReadingJob) -> Reading:
    """Return all that can be read of a file; whatever it is, an answer comes."""
    ours = [x509.load_pem_x509_certificate(pem.encode()) for pem in job.certificates]
    carries = _carries(job.pdf, ours)
    if HEADER not in job.pdf[:HEADER_WITHIN]:
        return Reading(state=State.NO_PDF, carries_our_key=carries)
    if END_OF_FILE not in job.pdf[-END_WITHIN:]:
        return Reading(state=State.BREAKS_OFF, carries_our_key=carries)
    pinned = {each.fingerprint(hashes.SHA256()).hex() for each in ours}
    try:
        reader = PdfFileReader(BytesIO(job.pdf))
        if reader.encrypted:
            return Reading(state=State.LOCKED, carries_our_key=carries)
        claim = _claim_or_none(reader)
        signatures = _signatures_or_none(reader, pinned | set(job.known))
    except HOSTILE:
        return Reading(state=_broken(job.pdf), carries_our_key=carries)
    return Reading(
        state=State.READ if signatures else State.DAMAGED,
        signatures=signatures or NOT_SIGNED,
        claim=claim,
        carries_our_key=carries,
    )


def _claim_or_none(reader: PdfFileReader) -> Claim | None:
    with suppress(*HOSTILE):
        return claim_of(reader)
    return None


def _signatures_or_none(
    reader: PdfFileReader, pinned: Collection[str]
) -> SignatureReport | None:
    with suppress(*HOSTILE):
        return signatures_in(reader, pinned=pinned, roots=())
    return None


def _broken(pdf: bytes) -> State:
    """Tell a file that stops in the middle from one that is spoilt throughout."""
    return State.DAMAGED if END_OF_FILE in pdf[-LAST_LINES:] else State.BREAKS_OFF


def _carries(pdf: bytes, certificates: Sequence[x509.Certificate]) -> bool:
    """Look for our certificates by their bytes: a file that no reader opens any more
    still holds them."""
    wanted = [
        each.public_bytes(Encoding.DER).hex().encode("ascii") for each in certificates
    ]
    rooms = (found.group(1).lower() for found in ROOM.finditer(pdf))
    return any(certificate in room for room in rooms for certificate in wanted)
