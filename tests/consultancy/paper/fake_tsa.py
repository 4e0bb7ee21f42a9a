"""A timestamp authority on this computer that answers well, badly, or not at all."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from asn1crypto import keys as asn1_keys
from asn1crypto import tsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from consultancy.paper.certificates import as_asn1, issue_authority
from consultancy.paper.tsa_client import MOST_BYTES

from .archives import ISSUER_KEY, RSA_KEY, usage
from .loopback import LoopbackHandler, loopback
from .pages import NOW

ROOT = issue_authority("Clock Root", key=ISSUER_KEY, now=NOW - timedelta(days=900))
ROOT_PEM = ROOT.public_bytes(serialization.Encoding.PEM).decode()
POLICY = "1.3.6.1.4.1.4146.2.2"
STAMPED_AT = NOW + timedelta(seconds=2)
ENDLESS = 60  # seconds a slow one lets one wait
STRANGER_KEY = rsa.generate_private_key(65_537, 2_048)


def clock_certificate(issuer: x509.Name, *, for_stamps: bool = True) -> Any:
    """Return a certificate by which an authority stamps."""
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Clock 1")]))
        .issuer_name(issuer)
        .public_key(RSA_KEY.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=30))
        .not_valid_after(NOW + timedelta(days=2_700))
        .add_extension(usage("digital_signature"), critical=True)
    )
    use = (
        ExtendedKeyUsageOID.TIME_STAMPING
        if for_stamps
        else ExtendedKeyUsageOID.EMAIL_PROTECTION
    )
    extension = x509.ExtendedKeyUsage([use])
    return builder.add_extension(extension, critical=True).sign(
        ISSUER_KEY, hashes.SHA256()
    )


def private(key: rsa.RSAPrivateKey) -> asn1_keys.PrivateKeyInfo:
    form = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8
    der = key.private_bytes(*form, serialization.NoEncryption())
    return asn1_keys.PrivateKeyInfo.load(der)


def stamped(query: bytes, *, certificate: Any = None, key: Any = RSA_KEY) -> bytes:
    """Return the answer of an authority that does as it should."""
    authority = DummyTimeStamper(
        as_asn1(certificate or clock_certificate(ROOT.subject)),
        private(key),
        fixed_dt=STAMPED_AT,
    )
    request = tsp.TimeStampReq.load(query)
    return authority.request_tsa_response(request).dump()


def other_nonce(query: bytes) -> bytes:
    request = tsp.TimeStampReq.load(query)
    request["nonce"] = 7
    return stamped(request.dump(force=True))


def other_imprint(query: bytes) -> bytes:
    request = tsp.TimeStampReq.load(query)
    request["message_imprint"]["hashed_message"] = bytes(32)
    return stamped(request.dump(force=True))


def broken(query: bytes) -> bytes:
    return stamped(query, key=STRANGER_KEY)


def refusal(_query: bytes) -> bytes:
    """Say no, as RFC 3161 has it: with a status and without a token."""
    return bytes.fromhex("30053003020102")


STRANGE = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Somebody Else")])
ANSWERS: dict[str, Any] = {
    "well": stamped,
    "other nonce": other_nonce,
    "other imprint": other_imprint,
    "broken": broken,
    "refusal": refusal,
    "other certificate": lambda q: stamped(q, certificate=clock_certificate(STRANGE)),
    "certificate for mail": lambda q: stamped(
        q, certificate=clock_certificate(ROOT.subject, for_stamps=False)
    ),
    "nonsense": lambda _q: b"<html>It works!</html>",
    "empty": lambda _q: b"",
    "half": lambda q: stamped(q)[:500],
    "huge": lambda q: stamped(q) + b"0" * 5_000_000,
    "large": lambda _q: b"0" * (MOST_BYTES + 1),
}


class FakeTSA:
    """What the server does next, the headers of what it was asked, and whether the test
    is over: until then, or for ENDLESS seconds, a slow one lets one wait."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.does = "well"
        self.asked: list[Any] = []
        self.over = threading.Event()


@contextmanager
def fake_tsa() -> Iterator[FakeTSA]:
    """Serve on a free port of this computer until the test is over."""
    with loopback(_Handler) as server:
        tsa = FakeTSA(f"http://127.0.0.1:{server.server_address[1]}/tsa")
        server.tsa = tsa  # type: ignore[attr-defined]
        try:
            yield tsa
        finally:
            tsa.over.set()


class _Handler(LoopbackHandler):
    def reply(self, query: bytes) -> None:
        tsa = self.server.tsa  # type: ignore[attr-defined]
        tsa.asked.append(self.headers)
        if tsa.does in ANSWERS:
            self.answer(200, ANSWERS[tsa.does](query))
        elif tsa.does == "error":
            self.answer(500, b"")
        elif tsa.does == "redirect":
            self.answer(302, b"", Location="http://127.0.0.1:1/elsewhere")
        elif tsa.does == "slow":
            tsa.over.wait(ENDLESS)
        else:
            self._drip(tsa.over)

    def _drip(self, over: threading.Event) -> None:
        """Send a byte now and then, never enough and never long nothing."""
        self.send_response(200)
        self.send_header("Content-Length", "10000")
        self.end_headers()
        try:
            for _ in range(ENDLESS * 10):
                self.wfile.write(b"0")
                self.wfile.flush()
                if over.wait(0.1):
                    return
        except OSError:
            return
