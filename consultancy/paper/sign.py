"""Signs a PDF: PAdES baseline B-B, certified so that a client may countersign."""

from datetime import datetime
from io import BytesIO

from asn1crypto import keys as asn1_keys
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError as PyHankoSigningError
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp.base import BaseStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from .certificates import as_asn1
from .errors import SigningError
from .field_names import CONSULTANT_FIELD
from .keys import UnlockedKey
from .timestamps import ROOM as STAMP_ROOM
from .timestamps import Stamper

DIGEST = "sha256"
# Hex digits kept free for the signature. Told beforehand, so that it need not be made
# twice to learn its size: wide enough for long names, and for the certificates.
RESERVED = 16_384


class _AsDrawn(BaseStampStyle):
    """Leaves the field without a picture: the page already shows who signed."""

    def create_stamp(self, *_: object) -> None:
        return None


class _SignerAt(PdfSigner):
    """A signer that is told the time, instead of asking this machine."""

    def __init__(
        self,
        metadata: PdfSignatureMetadata,
        key: UnlockedKey,
        at: datetime,
        stamper: Stamper | None,
    ) -> None:
        super().__init__(
            metadata,
            signer=_signer(key),
            stamp_style=_AsDrawn(),
            timestamper=stamper,
        )
        self._at = at

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session


def sign(
    pdf: bytes,
    *,
    key: UnlockedKey,
    reason: str,
    at: datetime,
    location: str | None = None,
    stamper: Stamper | None = None,
) -> bytes:
    """Return PDF with KEY's signature in the consultant's field. Raises SigningError.

    `at` is aware. With a stamper, which may be used once, the signature bears a
    timestamp (B-T); raises TimestampFailed where none comes. Afterwards only filling
    in the client's field is allowed.
    """
    metadata = PdfSignatureMetadata(
        field_name=CONSULTANT_FIELD,
        md_algorithm=DIGEST,
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        reason=reason,
        location=location,
    )
    signed = BytesIO()
    try:
        _SignerAt(metadata, key, at, stamper).sign_pdf(
            IncrementalPdfFileWriter(BytesIO(pdf)),
            existing_fields_only=True,
            bytes_reserved=_room(key) + (STAMP_ROOM if stamper else 0),
            output=signed,
        )
    except (PyHankoSigningError, PdfError, ValueError) as error:
        raise SigningError(str(error)) from error
    return signed.getvalue()


def _room(key: UnlockedKey) -> int:
    certificates = sum(map(_size, (key.certificate, *key.chain)))
    return max(RESERVED, RESERVED // 2 + 2 * certificates)


def _size(certificate: x509.Certificate) -> int:
    return len(certificate.public_bytes(serialization.Encoding.DER))


def _signer(key: UnlockedKey) -> SimpleSigner:
    private = key.private.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    chain = SimpleCertificateStore()
    chain.register_multiple(map(as_asn1, key.chain))
    return SimpleSigner(
        signing_cert=as_asn1(key.certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(private),
        cert_registry=chain,
    )
