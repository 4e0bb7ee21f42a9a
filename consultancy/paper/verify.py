"""Reads the signatures of a PDF somebody holds out. Runs in the child process only.

Whether the file is one of ours is for the caller to say, by its SHA-256: flipped
bits in the hole that holds the signature itself change nothing that is signed.
"""

import struct
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from asn1crypto import parser as asn1_parser
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError

from .certificates import as_asn1
from .errors import DamagedPdf, NotAPdf

HEADER = b"%PDF-"
# Headers may stand a little inside a file (ISO 32000-1, annex H.3.4.1).
HEADER_WITHIN = 1024
# What a parser meets in bytes made to hurt it. A list, not `Exception`: a fault of
# our own should still be seen.
HOSTILE = (
    PdfError,
    PathError,
    ValidationError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    EOFError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True, kw_only=True)
class SeenSignature:
    """One signature as it was found. `signed_at` is what the signer says.

    `has_its_place` is False where it points at other bytes than those around it.
    `modification` tells what came after it: none, form_filling, ... or other.
    """

    field: str
    signer: str
    issuer: str
    fingerprint: str
    is_intact: bool
    is_trusted: bool
    is_pinned: bool
    has_its_place: bool
    covers_whole_file: bool
    modification: str
    is_modification_allowed: bool
    signed_at: datetime | None


@dataclass(frozen=True)
class SignatureReport:
    """What the signatures of a file say, in the order they were made.

    `are_stamps_whole` tells of the timestamps over the file, whoever gave them.
    """

    signatures: tuple[SeenSignature, ...]
    are_stamps_whole: bool = True

    @property
    def is_signed(self) -> bool:
        return bool(self.signatures)

    @property
    def is_intact(self) -> bool:
        """Every signature holds, and later ones changed only what they may."""
        is_whole = self.is_signed and self.are_stamps_whole
        return is_whole and all(
            each.is_intact and each.is_modification_allowed for each in self.signatures
        )

    @property
    def covers_whole_file(self) -> bool:
        """Nothing stands after the last signature."""
        return self.is_signed and self.signatures[-1].covers_whole_file

    @property
    def countersignatures(self) -> tuple[SeenSignature, ...]:
        """What was signed after us; no more than told where the file is unchanged."""
        return self.signatures[1:]

    @property
    def is_ours(self) -> bool:
        """The first signature is by a key we know: another of the same name is not."""
        return self.is_signed and self.signatures[0].is_pinned

    @property
    def is_unchanged(self) -> bool:
        """Signed by us, whole, and not touched since but by a countersignature."""
        return self.is_ours and self.is_intact and self.covers_whole_file


def verify_signatures(
    pdf: bytes, *, pinned: Collection[str], roots: Sequence[str]
) -> SignatureReport:
    """Return what the signatures in PDF say. Raises NotAPdf, DamagedPdf; no other.

    `pinned` are hex SHA-256 fingerprints of certificates we signed with, `roots` the
    PEM certificates of the authorities we trust.
    """
    if HEADER not in pdf[:HEADER_WITHIN]:
        raise NotAPdf
    try:
        reader = PdfFileReader(BytesIO(pdf))
        return signatures_in(reader, pinned=pinned, roots=roots)
    except HOSTILE as error:
        raise DamagedPdf(f"{type(error).__name__}: {error}") from error


def signatures_in(
    reader: PdfFileReader, *, pinned: Collection[str], roots: Sequence[str]
) -> SignatureReport:
    """Return what the signatures say in a PDF that is open. Raises any of HOSTILE."""
    trusted = [as_asn1(x509.load_pem_x509_certificate(pem.encode())) for pem in roots]
    found = list(reader.embedded_regular_signatures)
    return SignatureReport(
        tuple(_look_at(each, pinned=pinned, trusted=trusted) for each in found),
        all(map(_is_stamp_whole, reader.embedded_timestamp_signatures)),
    )


def _is_stamp_whole(stamp: EmbeddedPdfSignature) -> bool:
    """Say whether a timestamp is for what stands before it. By whom is not asked: what
    came after it, the signatures tell."""
    status = validate_pdf_timestamp(
        stamp, ValidationContext(trust_roots=[], allow_fetching=False), skip_diff=True
    )
    return status.intact and status.valid


def _look_at(
    signature: EmbeddedPdfSignature,
    *,
    pinned: Collection[str],
    trusted: list[asn1_x509.Certificate],
) -> SeenSignature:
    signed_at = signature.self_reported_timestamp
    # Judged as of its own time: a certificate may run out, a signature does not.
    context = ValidationContext(
        trust_roots=trusted, allow_fetching=False, moment=signed_at
    )
    status = validate_pdf_signature(signature, signer_validation_context=context)
    fingerprint = status.signing_cert.sha256.hex()
    return SeenSignature(
        field=signature.field_name,
        signer=_name(status.signing_cert.subject),
        issuer=_name(status.signing_cert.issuer),
        fingerprint=fingerprint,
        is_intact=status.intact and status.valid and _is_padding_blank(signature),
        is_trusted=status.trusted,
        is_pinned=fingerprint in pinned,
        has_its_place=_has_its_place(signature),
        covers_whole_file=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        modification=_modification(status),
        is_modification_allowed=bool(status.docmdp_ok),
        signed_at=signed_at,
    )


def _has_its_place(signature: EmbeddedPdfSignature) -> bool:
    """Say whether the gap in what is signed is still where the signature stands."""
    _, start, end, *_ = map(int, signature.byte_range)
    pdf: bytes = signature.reader.stream.getvalue()
    return pdf[start : start + 1] == b"<" and pdf[end - 1 : end] == b">"


def _is_padding_blank(signature: EmbeddedPdfSignature) -> bool:
    """Say whether nothing is hidden behind the signature in the room kept for it."""
    content: bytes = signature.pkcs7_content
    return not any(content[asn1_parser.peek(content) :])


def _name(named: asn1_x509.Name) -> str:
    return str(named.native.get("common_name") or named.human_friendly)


def _modification(status: PdfSignatureStatus) -> str:
    level = status.modification_level or ModificationLevel.OTHER
    return level.name.lower()
