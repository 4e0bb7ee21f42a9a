"""Reads a PKCS#12 archive that a consultant brings, and refuses what cannot sign."""

from datetime import datetime

from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID

from .certificates import SigningPrivateKey
from .errors import KeyRefused
from .keys import BroughtKey

LARGEST = 100_000  # bytes; with a long chain they have some ten thousand
# A password is tried as often as the file says: one made to hurt says for ever.
MOST_ROUNDS = 5_000_000
LEAST_RSA_BITS = 2_048
# Of these alone, a certificate is for machines and not for what people sign.
FOR_MACHINES = {
    ExtendedKeyUsageOID.SERVER_AUTH,
    ExtendedKeyUsageOID.CODE_SIGNING,
    ExtendedKeyUsageOID.TIME_STAMPING,
    ExtendedKeyUsageOID.OCSP_SIGNING,
}


def read_brought_key(content: bytes, *, password: str, now: datetime) -> BroughtKey:
    """Return what signs in a PKCS#12 archive. Raises KeyRefused, saying why."""
    if len(content) > LARGEST:
        raise KeyRefused(KeyRefused.LARGE)
    _check_archive(content)
    # No archive has one, and the reader of archives falls over it.
    if "\x00" in password:
        raise KeyRefused(KeyRefused.WRONG_PASSWORD)
    try:
        found = pkcs12.load_pkcs12(content, password.encode())
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeyRefused(KeyRefused.WRONG_PASSWORD) from error
    others = [each.certificate for each in found.additional_certs]
    certificate = found.cert.certificate if found.cert else None
    if found.key is None:
        raise KeyRefused(KeyRefused.NO_KEY)
    if certificate is None:
        # The reader itself puts together what fits; what is left fits no key.
        raise KeyRefused(KeyRefused.NO_PAIR if others else KeyRefused.NO_CERTIFICATE)
    if not isinstance(found.key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise KeyRefused(KeyRefused.UNFIT_KEY)
    _check_key(found.key, certificate)
    _check_certificate(certificate, now)
    return BroughtKey(certificate, tuple(others), found.key)


def _check_archive(content: bytes) -> None:
    """Refuse what is no PKCS#12, so that nobody looks for another password."""
    try:
        archive = asn1_pkcs12.Pfx.load(content, strict=True)
        is_archive = archive["auth_safe"]["content_type"].native == "data"
        mac = archive["mac_data"]
        rounds = mac["iterations"].native if mac else 0
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise KeyRefused(KeyRefused.NO_ARCHIVE) from error
    if not is_archive or not isinstance(rounds, int) or rounds > MOST_ROUNDS:
        raise KeyRefused(KeyRefused.NO_ARCHIVE)


def _check_key(key: SigningPrivateKey, certificate: x509.Certificate) -> None:
    if key.public_key() != certificate.public_key():
        raise KeyRefused(KeyRefused.NO_PAIR)
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size < LEAST_RSA_BITS:
        raise KeyRefused(KeyRefused.UNFIT_KEY)


def _check_certificate(certificate: x509.Certificate, now: datetime) -> None:
    if certificate.not_valid_after_utc <= now:
        raise KeyRefused(KeyRefused.EXPIRED, certificate.not_valid_after_utc)
    if certificate.not_valid_before_utc > now:
        raise KeyRefused(KeyRefused.NOT_YET, certificate.not_valid_before_utc)
    try:
        extensions = certificate.extensions
    except ValueError as error:
        raise KeyRefused(KeyRefused.UNFIT_USAGE) from error
    if _is_authority(extensions):
        raise KeyRefused(KeyRefused.AUTHORITY)
    if not _may_sign(extensions):
        raise KeyRefused(KeyRefused.UNFIT_USAGE)


def _is_authority(extensions: x509.Extensions) -> bool:
    try:
        return extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def _may_sign(extensions: x509.Extensions) -> bool:
    """Say whether the certificate is for signing; what it does not say, it allows."""
    for each in extensions:
        value = each.value
        is_usage = isinstance(value, x509.KeyUsage)
        if is_usage and not (value.digital_signature or value.content_commitment):
            return False
        if isinstance(value, x509.ExtendedKeyUsage) and set(value) <= FOR_MACHINES:
            return False
    return True
