"""Certificates of whole chains, which say where their issuers tell of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import (
    AuthorityInformationAccessOID,
    ExtendedKeyUsageOID,
    NameOID,
)

from .archives import usage
from .pages import NOW

BEGINS, ENDS = NOW - timedelta(days=30), NOW + timedelta(days=700)


@dataclass(frozen=True)
class Holder:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: Any

    @property
    def pem(self) -> str:
        return self.certificate.public_bytes(Encoding.PEM).decode()


def certified(
    name: str,
    key: Any,
    issuer: Holder | None,
    *,
    lists: str = "",
    answers: str = "",
    is_clock: bool = False,
    is_authority: bool = False,
    ends: datetime = ENDS,
) -> Holder:
    """Return a certificate; LISTS and ANSWERS say where its issuer tells of it."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    bits = (
        ("key_cert_sign", "crl_sign")
        if is_authority
        else ("digital_signature", "content_commitment")
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGINS)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        .add_extension(usage(*bits), critical=True)
    )
    for extension, is_critical in _extensions(lists, answers, is_clock=is_clock):
        builder = builder.add_extension(extension, critical=is_critical)
    signs = issuer.key if issuer else key
    return Holder(builder.sign(signs, hashes.SHA256()), key)


def _extensions(
    lists: str, answers: str, *, is_clock: bool
) -> Iterator[tuple[x509.ExtensionType, bool]]:
    if lists:
        name = x509.UniformResourceIdentifier(lists)
        point = x509.DistributionPoint([name], None, None, None)
        yield x509.CRLDistributionPoints([point]), False
    if answers:
        name = x509.UniformResourceIdentifier(answers)
        method = AuthorityInformationAccessOID.OCSP
        access = x509.AccessDescription(method, name)
        yield x509.AuthorityInformationAccess([access]), False
    if is_clock:
        yield x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), True
