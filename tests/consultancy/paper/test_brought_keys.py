import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from asn1crypto import pkcs12
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID

from consultancy.paper.brought_keys import LARGEST, read_brought_key
from consultancy.paper.certificates import holder_of
from consultancy.paper.errors import KeyRefused
from consultancy.paper.keys import unlock, wrap_brought_key
from consultancy.paper.sign import sign
from consultancy.paper.verify import verify_signatures

from .archives import (
    EC_KEY,
    NAME,
    PASSWORD,
    RSA_KEY,
    Told,
    archive,
    certificate,
    modern,
    of_parts,
    old,
)
from .pages import NOW, SECRET

EXPORT = ("openssl", "pkcs12", "-export", "-legacy")
EMAIL, SERVER = ExtendedKeyUsageOID.EMAIL_PROTECTION, ExtendedKeyUsageOID.SERVER_AUTH


def refused(content: bytes, password: str = PASSWORD) -> KeyRefused:
    with pytest.raises(KeyRefused) as caught:
        read_brought_key(content, password=password, now=NOW)
    return caught.value


SOUND = {
    "modern, RSA": archive,
    "modern, elliptic": lambda: archive(key=EC_KEY),
    "old 3DES, RSA": lambda: archive(old()),
    "old 3DES, elliptic": lambda: archive(old(), key=EC_KEY),
    "for e-mail too": lambda: archive(for_what=(EMAIL, SERVER)),
    "signature alone": lambda: archive(usage=("digital_signature",)),
    "commitment alone": lambda: archive(usage=("content_commitment",)),
}


@pytest.mark.parametrize("make", SOUND.values(), ids=SOUND)
def test_what_is_brought_signs_after_being_wrapped(make, unsigned: bytes) -> None:
    brought = read_brought_key(make(), password=PASSWORD, now=NOW)
    stored = wrap_brought_key(brought, secret=SECRET)
    assert PASSWORD.encode() not in stored.wrapped
    key = unlock(stored.wrapped, secret=SECRET)
    signed = sign(unsigned, key=key, reason="Written", at=NOW)
    report = verify_signatures(signed, pinned={stored.fingerprint}, roots=())
    assert report.is_unchanged
    assert report.signatures[0].signer == NAME
    assert holder_of(stored.certificate).issuer == "AC FNMT Usuarios"


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl")
def test_the_weakest_old_encryption_is_read_too(tmp_path: Path) -> None:
    key = RSA_KEY.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    held = certificate(Told()).public_bytes(serialization.Encoding.PEM)
    (tmp_path / "both.pem").write_bytes(key + held)
    subprocess.run(
        [*EXPORT, "-in", "both.pem", "-out", "old.p12", "-passout", f"pass:{PASSWORD}"],
        cwd=tmp_path,
        check=True,
    )
    content = (tmp_path / "old.p12").read_bytes()
    # RC2 with 40 bits, as Windows and browsers wrote it.
    assert bytes.fromhex("2a864886f70d010c0106") in content
    brought = read_brought_key(content, password=PASSWORD, now=NOW)
    assert brought.private.public_key() == RSA_KEY.public_key()


FAULTS = {
    "ran out": (lambda: archive(ends=NOW), KeyRefused.EXPIRED),
    "not yet": (lambda: archive(begins=NOW + timedelta(days=1)), KeyRefused.NOT_YET),
    "no key": (lambda: of_parts(certificates=(certificate(Told()),)), "no_key"),
    "no certificate": (lambda: of_parts(key=RSA_KEY), KeyRefused.NO_CERTIFICATE),
    "no pair": (
        lambda: of_parts(key=EC_KEY, certificates=(certificate(Told()),)),
        KeyRefused.NO_PAIR,
    ),
    "authority": (lambda: archive(is_authority=True), KeyRefused.AUTHORITY),
    "for keys": (lambda: archive(usage=("key_encipherment",)), "unfit_usage"),
    "for servers": (lambda: archive(for_what=(SERVER,)), KeyRefused.UNFIT_USAGE),
    "short key": (
        lambda: archive(key=rsa.generate_private_key(65_537, 1_024)),
        KeyRefused.UNFIT_KEY,
    ),
    "other kind": (
        lambda: archive(key=ed25519.Ed25519PrivateKey.generate()),
        KeyRefused.UNFIT_KEY,
    ),
    "large": (lambda: b"0" * (LARGEST + 1), KeyRefused.LARGE),
    "empty": (lambda: b"", KeyRefused.NO_ARCHIVE),
    "a letter": (lambda: b"%PDF-1.7", KeyRefused.NO_ARCHIVE),
    "a certificate": (
        lambda: certificate(Told()).public_bytes(serialization.Encoding.DER),
        KeyRefused.NO_ARCHIVE,
    ),
    "a certificate in letters": (
        lambda: certificate(Told()).public_bytes(serialization.Encoding.PEM),
        KeyRefused.NO_ARCHIVE,
    ),
    "broken off": (lambda: archive()[:-40], KeyRefused.NO_ARCHIVE),
    "bytes behind": (lambda: archive() + b"x", KeyRefused.NO_ARCHIVE),
}


@pytest.mark.parametrize(("make", "reason"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_sign_is_refused_and_told_apart(make, reason: str) -> None:
    assert refused(make()).reason == reason


@pytest.mark.parametrize("password", ["", "otra", PASSWORD + " ", "ñ" * 200, "a\x00"])
def test_another_password_does_not_open_it(password: str) -> None:
    assert refused(archive(), password).reason == KeyRefused.WRONG_PASSWORD


def test_the_right_password_may_be_empty_or_have_accents() -> None:
    for password in ("contraseña", " con espacios "):
        content = archive(modern(password))
        assert read_brought_key(content, password=password, now=NOW).private


def test_the_refusal_says_which_day() -> None:
    assert refused(archive(ends=NOW)).when == NOW


def test_an_archive_that_asks_for_endless_work_is_refused() -> None:
    hostile = pkcs12.Pfx.load(archive(old()))
    hostile["mac_data"]["iterations"] = 2**31 - 1
    assert refused(hostile.dump(force=True)).reason == KeyRefused.NO_ARCHIVE


@pytest.mark.parametrize("place", range(0, 900, 37))
def test_no_damaged_archive_brings_the_reader_down(place: int) -> None:
    content = bytearray(archive(key=ec.derive_private_key(7, ec.SECP256R1())))
    content[place % len(content)] ^= 0x55
    try:
        read_brought_key(bytes(content), password=PASSWORD, now=NOW)
    except KeyRefused:
        return
