"""Timestamps (RFC 3161): asked for, and believed only where everything in them fits."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import ClassVar

from asn1crypto import algos, cms, core, tsp
from cryptography import x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko.sign.validation.status import TimestampSignatureStatus
from pyhanko_certvalidator import ValidationContext

from .certificates import as_asn1
from .errors import SigningError, TimestampFailed
from .tsa_client import MOST_BYTES, SECONDS, TimestampAuthority, ask
from .verify import HOSTILE

DIGEST = "sha256"
# Hex digits kept free for a token: the largest one that is taken.
ROOM = 2 * MOST_BYTES
GRANTED = ("granted", "granted_with_mods")
TIME_STAMPING = "time_stamping"


@dataclass(frozen=True)
class Stamp:
    """When an authority saw the signature, by its own clock, and what it is called."""

    at: datetime
    authority: str
    fingerprint: str


class Stamper(TimeStamper):
    """Asks one authority; afterwards `stamp` tells what it said. For one file each."""

    def __init__(
        self, authority: TimestampAuthority, *, now: datetime, seconds: float = SECONDS
    ) -> None:
        super().__init__()
        self._authority, self._now, self._seconds = authority, now, seconds
        self.stamp: Stamp | None = None

    async def async_timestamp(
        self, message_digest: bytes, md_algorithm: str
    ) -> cms.ContentInfo:
        """Return a token for this digest. Raises TimestampFailed, saying why."""
        nonce, query = self.request_cms(message_digest, md_algorithm)
        if self._authority.policy:
            query["req_policy"] = self._authority.policy
        answer = ask(self._authority, query.dump(), seconds=self._seconds)
        try:
            token = _token_in(answer)
            _check_info(token, query, nonce)
            self.stamp = await self._checked(token, message_digest)
        except HOSTILE as error:
            raise TimestampFailed(
                TimestampFailed.NO_TOKEN, f"{type(error).__name__}: {error}"
            ) from error
        return token

    async def _checked(self, token: cms.ContentInfo, digest: bytes) -> Stamp:
        roots = [x509.load_pem_x509_certificate(each.encode()) for each in self._roots]
        context = ValidationContext(
            trust_roots=[as_asn1(each) for each in roots],
            allow_fetching=False,
            moment=self._now,
        )
        told = await validate_tst_signed_data(
            token["content"], context, lambda _algorithm: digest
        )
        status = TimestampSignatureStatus(**told)
        if not (status.intact and status.valid):
            raise TimestampFailed(TimestampFailed.BROKEN)
        usage = status.signing_cert.extended_key_usage_value
        is_for_stamps = usage is not None and TIME_STAMPING in usage.native
        if not is_for_stamps or (roots and not status.trusted):
            raise TimestampFailed(TimestampFailed.CERTIFICATE)
        name = status.signing_cert.subject
        return Stamp(
            at=status.timestamp,
            authority=str(name.native.get("common_name") or name.human_friendly),
            fingerprint=status.signing_cert.sha256.hex(),
        )

    @property
    def _roots(self) -> tuple[str, ...]:
        return self._authority.roots


def add_timestamp(pdf: bytes, *, stamper: Stamper) -> bytes:
    """Return PDF with a timestamp over all of it, as an update. Raises
    TimestampFailed, SigningError."""
    stamped = BytesIO()
    # Out of sight, as the fields of the letter are: see signature_fields.
    place = InvisSigSettings(box_out_of_bounds=True)
    try:
        PdfTimeStamper(stamper, invis_settings=place).timestamp_pdf(
            IncrementalPdfFileWriter(BytesIO(pdf)),
            DIGEST,
            bytes_reserved=ROOM,
            output=stamped,
        )
    except HOSTILE as error:
        raise SigningError(str(error)) from error
    return stamped.getvalue()


class _Answer(core.Sequence):
    """A TimeStampResp; asn1crypto's own cannot read one that has no token."""

    _fields: ClassVar = [
        ("status", tsp.PKIStatusInfo),
        ("time_stamp_token", cms.ContentInfo, {"optional": True}),
    ]


def _token_in(answer: bytes) -> cms.ContentInfo:
    response = _Answer.load(answer, strict=True)
    if response["status"]["status"].native not in GRANTED:
        raise TimestampFailed(TimestampFailed.REFUSED, str(response["status"].native))
    token = response["time_stamp_token"]
    if token["content_type"].native != "signed_data":
        raise TimestampFailed(TimestampFailed.NO_TOKEN)
    return token


def _check_info(
    token: cms.ContentInfo, query: tsp.TimeStampReq, nonce: int | None
) -> None:
    """Refuse a token that answers another question than ours."""
    info = token["content"]["encap_content_info"]["content"].parsed
    if info["nonce"].native != nonce:
        raise TimestampFailed(TimestampFailed.NONCE)
    if not _is_same_imprint(info["message_imprint"], query["message_imprint"]):
        raise TimestampFailed(TimestampFailed.IMPRINT)
    policy = query["req_policy"].native
    if policy and info["policy"].native != policy:
        raise TimestampFailed(TimestampFailed.POLICY)


def _is_same_imprint(one: tsp.MessageImprint, other: tsp.MessageImprint) -> bool:
    def parts(imprint: tsp.MessageImprint) -> tuple[algos.DigestAlgorithmId, bytes]:
        algorithm = imprint["hash_algorithm"]["algorithm"].native
        return algorithm, imprint["hashed_message"].native

    return parts(one) == parts(other)
