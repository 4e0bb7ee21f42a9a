"""Test 50 of the threat model: what an authority may answer, and what is believed."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization

from consultancy.paper.errors import TimestampFailed
from consultancy.paper.sign import sign
from consultancy.paper.timestamps import Stamper, add_timestamp
from consultancy.paper.tsa_client import TimestampAuthority
from consultancy.paper.verify import verify_signatures

from .archives import RSA_KEY
from .fake_tsa import (
    ANSWERS,
    ENDLESS,
    POLICY,
    ROOT,
    ROOT_PEM,
    STAMPED_AT,
    FakeTSA,
    clock_certificate,
    fake_tsa,
)
from .pages import NOW, Keys
from .signatures import countersigned

FAULTS = {
    "other nonce": TimestampFailed.NONCE,
    "other imprint": TimestampFailed.IMPRINT,
    "broken": TimestampFailed.BROKEN,
    "refusal": TimestampFailed.REFUSED,
    "error": TimestampFailed.REFUSED,
    "redirect": TimestampFailed.REFUSED,
    "other certificate": TimestampFailed.CERTIFICATE,
    "certificate for mail": TimestampFailed.CERTIFICATE,
    "nonsense": TimestampFailed.NO_TOKEN,
    "empty": TimestampFailed.NO_TOKEN,
    "half": TimestampFailed.NO_TOKEN,
    "huge": TimestampFailed.HUGE,
    "large": TimestampFailed.HUGE,
    "slow": TimestampFailed.LATE,
    "drip": TimestampFailed.LATE,
}


@pytest.fixture(scope="module")
def server() -> Iterator[FakeTSA]:
    with fake_tsa() as tsa:
        yield tsa


@pytest.fixture
def tsa(server: FakeTSA) -> FakeTSA:
    server.does = "well"
    server.asked.clear()
    return server


def stamper(tsa: FakeTSA, **more: Any) -> Stamper:
    authority = TimestampAuthority(tsa.url, roots=(ROOT_PEM,))
    return Stamper(replace(authority, **more), now=NOW, seconds=1)


def signed_with(stamper: Stamper, unsigned: bytes, keys: Keys) -> bytes:
    return sign(unsigned, key=keys.consultant, reason="x", at=NOW, stamper=stamper)


def test_a_signature_bears_its_timestamp(
    tsa: FakeTSA, unsigned: bytes, keys: Keys
) -> None:
    asked = stamper(tsa)
    pdf = signed_with(asked, unsigned, keys)
    assert asked.stamp is not None
    assert (asked.stamp.at, asked.stamp.authority) == (STAMPED_AT, "Clock 1")
    assert len(tsa.asked) == 1
    report = verify_signatures(pdf, pinned={keys.stored.fingerprint}, roots=())
    assert report.is_unchanged


def test_it_is_added_later_as_an_update(
    tsa: FakeTSA, signed: bytes, keys: Keys
) -> None:
    asked = stamper(tsa)
    stamped = add_timestamp(signed, stamper=asked)
    assert stamped.startswith(signed)
    assert asked.stamp is not None
    (seen,) = verify_signatures(
        stamped, pinned={keys.stored.fingerprint}, roots=()
    ).signatures
    assert seen.is_intact
    assert seen.is_modification_allowed


def test_a_client_may_sign_before_and_after_it(
    tsa: FakeTSA, signed: bytes, keys: Keys
) -> None:
    before = add_timestamp(countersigned(signed), stamper=stamper(tsa))
    after = countersigned(add_timestamp(signed, stamper=stamper(tsa)))
    for pdf in (before, after):
        assert verify_signatures(pdf, pinned=(), roots=()).is_intact


@pytest.mark.parametrize(("does", "reason"), FAULTS.items())
def test_50_what_cannot_be_believed_is_refused_and_told_apart(
    tsa: FakeTSA, unsigned: bytes, signed: bytes, keys: Keys, does: str, reason: str
) -> None:
    tsa.does = does
    began = time.monotonic()
    with pytest.raises(TimestampFailed) as caught:
        signed_with(stamper(tsa), unsigned, keys)
    assert caught.value.reason == reason
    with pytest.raises(TimestampFailed):
        add_timestamp(signed, stamper=stamper(tsa))
    assert time.monotonic() - began < ENDLESS / 2


def test_50_nobody_there_is_said_at_once(unsigned: bytes, keys: Keys) -> None:
    with fake_tsa() as tsa:
        gone = stamper(tsa)
    with pytest.raises(TimestampFailed) as caught:
        signed_with(gone, unsigned, keys)
    assert caught.value.reason == TimestampFailed.UNREACHABLE


def test_without_roots_whoever_stamps_is_believed(
    tsa: FakeTSA, unsigned: bytes, keys: Keys
) -> None:
    tsa.does = "other certificate"
    asked = stamper(tsa, roots=())
    assert signed_with(asked, unsigned, keys)
    tsa.does = "certificate for mail"
    with pytest.raises(TimestampFailed):
        signed_with(stamper(tsa, roots=()), unsigned, keys)


def test_the_policy_that_was_asked_for_is_the_one_that_must_hold(
    tsa: FakeTSA, unsigned: bytes, keys: Keys
) -> None:
    assert signed_with(stamper(tsa, policy=POLICY), unsigned, keys)
    with pytest.raises(TimestampFailed) as caught:
        signed_with(stamper(tsa, policy="1.2.3.4"), unsigned, keys)
    assert caught.value.reason == TimestampFailed.POLICY


def test_name_and_password_are_sent_and_never_shown(
    tsa: FakeTSA, unsigned: bytes, keys: Keys
) -> None:
    signed_with(stamper(tsa, user="marta", password="clave"), unsigned, keys)
    assert tsa.asked[0]["Authorization"] == "Basic bWFydGE6Y2xhdmU="
    assert "clave" not in repr(TimestampAuthority(tsa.url, "marta", "clave"))


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="needs poppler-utils")
def test_another_program_finds_both_kinds_valid(
    tsa: FakeTSA, unsigned: bytes, signed: bytes, keys: Keys, tmp_path: Path
) -> None:
    at_once = signed_with(stamper(tsa), unsigned, keys)
    later = add_timestamp(signed, stamper=stamper(tsa))
    for name, pdf in {"once": at_once, "later": later}.items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(
            ["pdfsig", "-nocert", path], capture_output=True, text=True, check=True
        )
        assert "Signature is Valid" in done.stdout
        assert "Invalid" not in done.stdout


CONFIGURATION = """[tsa]
default_tsa=t
[t]
serial=serial
crypto_device=builtin
signer_cert=tsa.crt
certs=root.crt
signer_key=tsa.key
signer_digest=sha512
default_policy=1.2.3.4.5
digests=sha256
accuracy=secs:1
tsa_name=yes
ess_cert_id_chain=yes
ess_cert_id_alg=sha256
"""


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl")
def test_another_program_s_timestamps_are_understood(
    tmp_path: Path, tsa: FakeTSA, unsigned: bytes, keys: Keys
) -> None:
    pem = serialization.Encoding.PEM
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    certificate = clock_certificate(ROOT.subject)
    (tmp_path / "tsa.crt").write_bytes(certificate.public_bytes(pem))
    (tmp_path / "tsa.key").write_bytes(RSA_KEY.private_bytes(pem, *plain))
    (tmp_path / "root.crt").write_text(ROOT_PEM)
    (tmp_path / "serial").write_text("01")
    (tmp_path / "tsa.cnf").write_text(CONFIGURATION)

    def answer(query: bytes) -> bytes:
        (tmp_path / "query").write_bytes(query)
        reply = ["openssl", "ts", "-reply", "-config", "tsa.cnf"]
        done = subprocess.run(
            [*reply, "-queryfile", "query"], cwd=tmp_path, capture_output=True
        )
        return done.stdout

    ANSWERS["openssl"] = answer
    tsa.does = "openssl"
    asked = stamper(tsa, policy="1.2.3.4.5")
    assert signed_with(asked, unsigned, keys)
    assert asked.stamp is not None
    assert asked.stamp.authority == "Clock 1"
