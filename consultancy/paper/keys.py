"""The installation's authority and the consultants' keys, wrapped at rest.

A key lives in a PKCS#12 archive under a random passphrase. The passphrase is
encrypted by a key derived (HKDF, a fresh salt each) from the installation's signing
secret. Certificate and wrapped key may be stored and backed up; the secret may not.
"""

import base64
import json
import secrets
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import pkcs12

from .certificates import SigningPrivateKey, issue_authority, issue_signer
from .errors import WeakSecret, WrongSecret

LEAST_SECRET_BYTES = 32
SALT_BYTES = 16
PURPOSE = b"por-escrito-signing-key-1"
# The passphrase has 256 random bits: stretching it would only slow down signing.
KDF_ROUNDS = 1_000

Chain = tuple[x509.Certificate, ...]


@dataclass(frozen=True)
class StoredKey:
    """A certificate and its key, fit to be stored. `fingerprint` is hex SHA-256."""

    certificate: str
    fingerprint: str
    valid_from: datetime
    valid_until: datetime
    wrapped: bytes = field(repr=False)


@dataclass(frozen=True)
class UnlockedKey:
    """A key ready to sign. Lives in memory only."""

    certificate: x509.Certificate
    fingerprint: str
    chain: Chain
    private: SigningPrivateKey = field(repr=False)


@dataclass(frozen=True)
class BroughtKey:
    """A key that was certified elsewhere, as it came. Lives in memory only."""

    certificate: x509.Certificate
    chain: Chain
    private: SigningPrivateKey = field(repr=False)


def create_authority(name: str, *, secret: bytes, now: datetime) -> StoredKey:
    """Return a new certificate authority of this installation, wrapped by SECRET."""
    key = ec.generate_private_key(ec.SECP256R1())
    return _store(issue_authority(name, key=key, now=now), key, (), secret)


def create_consultant_key(
    name: str, *, authority: bytes, secret: bytes, now: datetime
) -> StoredKey:
    """Return a new signing key for NAME, certified by the AUTHORITY (wrapped)."""
    issuer = unlock(authority, secret=secret)
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = issue_signer(
        name,
        key=key.public_key(),
        issuer=issuer.certificate,
        issuer_key=issuer.private,
        now=now,
    )
    return _store(certificate, key, (issuer.certificate,), secret)


def wrap_brought_key(key: BroughtKey, *, secret: bytes) -> StoredKey:
    """Return a key that came from elsewhere, wrapped by SECRET as the others are."""
    return _store(key.certificate, key.private, key.chain, secret)


def unlock(wrapped: bytes, *, secret: bytes) -> UnlockedKey:
    """Return the key that SECRET wrapped. Raises WrongSecret, WeakSecret."""
    try:
        parts = json.loads(wrapped)
        cipher = _cipher(secret, salt=base64.b64decode(parts["salt"]))
        passphrase = cipher.decrypt(parts["passphrase"].encode())
        archive = base64.b64decode(parts["pkcs12"])
        key, certificate, chain = pkcs12.load_key_and_certificates(archive, passphrase)
    except (InvalidToken, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WrongSecret from error
    if certificate is None or not isinstance(key, SigningPrivateKey):
        raise WrongSecret
    return UnlockedKey(
        certificate=certificate,
        fingerprint=fingerprint(certificate),
        chain=tuple(chain),
        private=key,
    )


def rewrap(wrapped: bytes, *, secret: bytes, new_secret: bytes) -> bytes:
    """Return a key that SECRET wrapped as NEW_SECRET wraps it; the key is the same.

    Raises WrongSecret, WeakSecret; what comes back was opened once.
    """
    before = unlock(wrapped, secret=secret)
    parts = json.loads(wrapped)
    cipher = _cipher(secret, salt=base64.b64decode(parts["salt"]))
    passphrase = cipher.decrypt(parts["passphrase"].encode())
    anew = json.dumps(parts | _locked(passphrase, new_secret)).encode("ascii")
    if unlock(anew, secret=new_secret).fingerprint != before.fingerprint:
        raise WrongSecret
    return anew


def fingerprint(certificate: x509.Certificate) -> str:
    """Return the hex SHA-256 that names a certificate."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def _store(
    certificate: x509.Certificate,
    key: SigningPrivateKey,
    chain: Chain,
    secret: bytes,
) -> StoredKey:
    pem = certificate.public_bytes(serialization.Encoding.PEM).decode("ascii")
    return StoredKey(
        certificate=pem,
        fingerprint=fingerprint(certificate),
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
        wrapped=_wrap(certificate, key, chain, secret),
    )


def _wrap(
    certificate: x509.Certificate,
    key: SigningPrivateKey,
    chain: Chain,
    secret: bytes,
) -> bytes:
    passphrase = secrets.token_urlsafe(32).encode()
    encryption = (
        serialization.PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(KDF_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase)
    )
    archive = pkcs12.serialize_key_and_certificates(
        None, key, certificate, chain, encryption
    )
    parts = {
        **_locked(passphrase, secret),
        "pkcs12": base64.b64encode(archive).decode(),
    }
    return json.dumps(parts).encode("ascii")


def _locked(passphrase: bytes, secret: bytes) -> dict[str, str]:
    salt = secrets.token_bytes(SALT_BYTES)
    return {
        "salt": base64.b64encode(salt).decode(),
        "passphrase": _cipher(secret, salt=salt).encrypt(passphrase).decode(),
    }


def _cipher(secret: bytes, *, salt: bytes) -> Fernet:
    if len(secret) < LEAST_SECRET_BYTES:
        raise WeakSecret
    derive = HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=PURPOSE)
    return Fernet(base64.urlsafe_b64encode(derive.derive(secret)))
