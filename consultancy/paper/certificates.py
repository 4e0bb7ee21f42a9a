"""The certificates an installation gives itself: one authority, one per consultant."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

AUTHORITY_LIFE = timedelta(days=3_650)
SIGNER_LIFE = timedelta(days=1_460)
# A server whose clock runs a little behind must not refuse its own certificate.
CLOCK_SLACK = timedelta(minutes=5)
LONGEST_NAME = 64  # bytes; X.520, ub-common-name
LONGEST_NAMES = 300  # letters of a name and an organisation; not all keep to that

SigningPrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
SigningPublicKey = ec.EllipticCurvePublicKey | rsa.RSAPublicKey


@dataclass(frozen=True)
class Holder:
    """Whom a certificate names, and who says so; `whole` is all that stands in it."""

    name: str
    organisation: str
    whole: str
    issuer: str


def holder_of(pem: str) -> Holder:
    """Return whom a certificate (PEM) names."""
    certificate = x509.load_pem_x509_certificate(pem.encode())
    return Holder(
        name=name_in(certificate.subject),
        organisation=_attribute(certificate.subject, NameOID.ORGANIZATION_NAME),
        whole=certificate.subject.rfc4514_string(),
        issuer=name_in(certificate.issuer),
    )


def named_in(certificate: x509.Certificate) -> str:
    """Return whom a certificate names, word for word: with the organisation where one
    stands in it."""
    subject = certificate.subject
    names = (name_in(subject), _attribute(subject, NameOID.ORGANIZATION_NAME))
    return ", ".join(dict.fromkeys(filter(None, names)))[:LONGEST_NAMES]


def name_in(name: x509.Name) -> str:
    """Return what a person would call the one that NAME stands for."""
    common = _attribute(name, NameOID.COMMON_NAME)
    return common or name.rfc4514_string()


def certificate_as_der(pem: str) -> bytes:
    """Return a certificate in the form that readers of PDFs take in."""
    certificate = x509.load_pem_x509_certificate(pem.encode())
    return certificate.public_bytes(serialization.Encoding.DER)


def as_asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    """Return a certificate in the form pyHanko works with."""
    der = certificate.public_bytes(serialization.Encoding.DER)
    return asn1_x509.Certificate.load(der)


def _attribute(name: x509.Name, kind: x509.ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(kind)
    return str(found[0].value) if found else ""


def issue_authority(
    name: str, *, key: ec.EllipticCurvePrivateKey, now: datetime
) -> x509.Certificate:
    """Return a self-signed certificate that may certify signers, and nothing below."""
    subject = _named(name)
    builder = _builder(subject, subject, key.public_key(), now, AUTHORITY_LIFE)
    builder = builder.add_extension(x509.BasicConstraints(True, 0), critical=True)
    builder = builder.add_extension(_usage(certifies=True), critical=True)
    return _signed(builder, key.public_key(), key)


def issue_signer(
    name: str,
    *,
    key: ec.EllipticCurvePublicKey,
    issuer: x509.Certificate,
    issuer_key: SigningPrivateKey,
    now: datetime,
) -> x509.Certificate:
    """Return a certificate by which NAME signs documents; never outlives its issuer."""
    life = min(SIGNER_LIFE, issuer.not_valid_after_utc - now)
    builder = _builder(_named(name), issuer.subject, key, now, life)
    builder = builder.add_extension(x509.BasicConstraints(False, None), critical=True)
    builder = builder.add_extension(_usage(certifies=False), critical=True)
    return _signed(builder, issuer_key.public_key(), issuer_key)


def _named(name: str) -> x509.Name:
    whole = " ".join(name.split()).encode()
    shown = whole[:LONGEST_NAME].decode(errors="ignore") or "?"
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, shown)])


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    now: datetime,
    life: timedelta,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCK_SLACK)
        .not_valid_after(now + life)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _signed(
    builder: x509.CertificateBuilder,
    issuer_public: SigningPublicKey,
    issuer_key: SigningPrivateKey,
) -> x509.Certificate:
    issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_public)
    return builder.add_extension(issuer_id, critical=False).sign(
        issuer_key, hashes.SHA256()
    )


def _usage(*, certifies: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not certifies,
        content_commitment=not certifies,
        key_cert_sign=certifies,
        crl_sign=certifies,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
