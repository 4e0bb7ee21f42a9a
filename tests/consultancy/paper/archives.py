"""PKCS#12 files as people bring them: modern, old, and each wrong in one way."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from .pages import NOW

PASSWORD = "clave de la FNMT"
NAME = "ROLDÁN PÉREZ MARTA - 12345678Z"
# Making RSA keys takes long: all tests share these.
RSA_KEY = rsa.generate_private_key(65_537, 2_048)
EC_KEY = ec.generate_private_key(ec.SECP384R1())
ISSUER_KEY = ec.generate_private_key(ec.SECP256R1())
BITS = ("digital_signature", "content_commitment", "key_encipherment")
OTHER_BITS = ("data_encipherment", "key_agreement", "key_cert_sign", "crl_sign")


def usage(*bits: str) -> x509.KeyUsage:
    """Return a key usage with these bits set."""
    told = {bit: bit in bits for bit in (*BITS, *OTHER_BITS)}
    return x509.KeyUsage(**told, encipher_only=False, decipher_only=False)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What stands in a certificate."""

    name: str = NAME
    key: Any = field(default_factory=lambda: RSA_KEY)
    begins: datetime = NOW - timedelta(days=30)
    ends: datetime = NOW + timedelta(days=700)
    is_authority: bool = False
    usage: tuple[str, ...] = ("digital_signature", "content_commitment")
    for_what: tuple[x509.ObjectIdentifier, ...] = ()


def certificate(told: Told) -> x509.Certificate:
    """Return a certificate issued by an authority that nobody here knows."""
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "AC FNMT Usuarios")])
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, told.name)]))
        .issuer_name(issuer)
        .public_key(told.key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(told.begins)
        .not_valid_after(told.ends)
        .add_extension(x509.BasicConstraints(told.is_authority, None), critical=True)
        .add_extension(usage(*told.usage), critical=True)
    )
    if told.for_what:
        builder = builder.add_extension(
            x509.ExtendedKeyUsage(told.for_what), critical=False
        )
    return builder.sign(ISSUER_KEY, hashes.SHA256())


def modern(password: str = PASSWORD) -> Any:
    return serialization.BestAvailableEncryption(password.encode())


def old() -> Any:
    """Return the encryption that browsers and FNMT's tools exported for years."""
    return (
        serialization.PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(2_048)
        .key_cert_algorithm(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC)
        .hmac_hash(hashes.SHA1())
        .build(PASSWORD.encode())
    )


def archive(encryption: Any = None, **told: Any) -> bytes:
    """Return an archive with a key and its certificate."""
    holder = Told(**told)
    return pkcs12.serialize_key_and_certificates(
        b"mine", holder.key, certificate(holder), None, encryption or modern()
    )


def of_parts(*, key: Any = None, certificates: tuple[Any, ...] = ()) -> bytes:
    """Return an archive of a key, of certificates, or of a pair that is none."""
    return pkcs12.serialize_key_and_certificates(
        None, key, None, certificates, modern()
    )
