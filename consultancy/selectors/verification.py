"""Is this file one of ours, and is it as it was issued?"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from consultancy.models import DocumentFile, SigningKey
from consultancy.paper.errors import PaperError
from consultancy.paper.verify import verify_signatures


class Answer(StrEnum):
    """The three things that can be said of a file; also exit codes 0, 1, 2."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    NOT_OURS = "not_ours"


@dataclass(frozen=True)
class Verification:
    """The answer; number, date and signer only where the file is ours."""

    answer: Answer
    number: str = ""
    issued_at: datetime | None = None
    signer: str = ""


def verify_file(content: bytes) -> Verification:
    """Say of any bytes whether they are a letter that was issued here.

    The stored SHA-256 decides: a single flipped bit, also where a signature does not
    look, is "changed".
    """
    digest = hashlib.sha256(content).hexdigest()
    file = DocumentFile.objects.filter(sha256=digest).select_related(
        "document__consultant"
    )
    found = file.first()
    if found:
        return Verification(
            Answer.UNCHANGED,
            number=found.document.number,
            issued_at=found.document.issued_at,
            signer=_signer(found.key_fingerprint),
        )
    return Verification(
        Answer.CHANGED if _carries_our_key(content) else Answer.NOT_OURS
    )


def _signer(fingerprint: str) -> str:
    key = SigningKey.objects.filter(fingerprint=fingerprint).first()
    return key.name if key else ""


def _carries_our_key(content: bytes) -> bool:
    """Say whether one of our certificates is in the file, broken or not.

    Looked for by its bytes too: a file that no reader opens any more still holds it.
    """
    keys = dict(SigningKey.objects.values_list("fingerprint", "certificate"))
    try:
        report = verify_signatures(content, pinned=set(keys), roots=())
        if any(seen.is_pinned for seen in report.signatures):
            return True
    except PaperError:
        pass
    text = content.lower()
    return any(_hex(certificate) in text for certificate in keys.values())


def _hex(certificate: str) -> bytes:
    der = x509.load_pem_x509_certificate(certificate.encode()).public_bytes(
        Encoding.DER
    )
    return der.hex().encode()
