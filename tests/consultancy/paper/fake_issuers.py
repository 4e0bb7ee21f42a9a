"""Authorities on this computer with real chains, and the servers where they tell whom
they have revoked: well, badly, or not at all."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from asn1crypto import tsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from cryptography.x509 import ocsp
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from consultancy.paper.ask_issuers import MOST_BYTES_OF_LIST
from consultancy.paper.certificates import as_asn1

from .archives import ISSUER_KEY, RSA_KEY, modern
from .fake_tsa import ANSWERS, STAMPED_AT, private
from .holders import Holder, certified
from .loopback import LoopbackHandler, loopback
from .pages import NOW

TIME_ROOT = certified("Time Root", ISSUER_KEY, None, is_authority=True)
WHO = "ROLDÁN PÉREZ MARTA - 12345678Z"


@dataclass
class Issuers:
    """What the server does at each path, what it was asked, and who is certified.

    `revoked` are names of certificates with the day since when they are.
    """

    url: str
    does: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    revoked: dict[str, datetime] = field(default_factory=dict)
    people: dict[str, Holder] = field(default_factory=dict)

    def certify(self, name: str, by: str = "", **told: Any) -> Holder:
        key = told.pop("key", None) or ec.generate_private_key(ec.SECP256R1())
        issuer = self.people.get(by)
        self.people[name] = certified(name, key, issuer, **told)
        return self.people[name]

    def archive(self, password: str) -> bytes:
        """Return the signer's PKCS#12, with the chain above him."""
        signer, above = (
            self.people[WHO],
            [self.people["AC Personas"], self.people["AC Raíz"]],
        )
        return pkcs12.serialize_key_and_certificates(
            b"mine",
            signer.key,
            signer.certificate,
            [each.certificate for each in above],
            modern(password),
        )

    def stamp(self, query: bytes) -> bytes:
        """Answer as an authority whose certificate has two above it."""
        return stamped_by(self.people["Clock 2"], [self.people["Time CA"]], query)


def stamped_by(clock: Holder, above: list[Holder], query: bytes) -> bytes:
    """Return a timestamp that brings the chain of its certificate along."""
    store = SimpleCertificateStore()
    store.register_multiple([as_asn1(each.certificate) for each in above])
    authority = DummyTimeStamper(
        as_asn1(clock.certificate),
        private(clock.key),
        certs_to_embed=store,
        fixed_dt=STAMPED_AT,
    )
    return authority.request_tsa_response(tsp.TimeStampReq.load(query)).dump()


@contextmanager
def fake_issuers() -> Iterator[Issuers]:
    """Serve on a free port: a clock under "Time CA" under "Time Root", and a signer
    under "AC Personas" under "AC Raíz"."""
    with loopback(_Handler) as server:
        issuers = Issuers(f"http://127.0.0.1:{server.server_address[1]}")
        server.issuers = issuers  # type: ignore[attr-defined]
        _certify_all(issuers)
        ANSWERS["chain"] = issuers.stamp
        yield issuers


def _certify_all(issuers: Issuers) -> None:
    at = issuers.url
    issuers.people["Time Root"] = TIME_ROOT
    issuers.certify(
        "Time CA", "Time Root", is_authority=True, lists=f"{at}/Time-Root.crl"
    )
    issuers.certify(
        "Clock 2", "Time CA", key=RSA_KEY, is_clock=True, lists=f"{at}/Time-CA.crl"
    )
    issuers.certify("AC Raíz", is_authority=True)
    issuers.certify(
        "AC Personas", "AC Raíz", is_authority=True, lists=f"{at}/AC-Ra%C3%ADz.crl"
    )
    issuers.certify(
        WHO,
        "AC Personas",
        lists=f"{at}/AC-Personas.crl",
        answers=f"{at}/ocsp",
    )


def list_of(
    issuers: Issuers, issuer: Holder, *, until: datetime = NOW + timedelta(7)
) -> bytes:
    """Return the issuer's list of what he revoked."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(NOW - timedelta(days=1))
        .next_update(until)
        .add_extension(x509.CRLNumber(7), critical=False)
    )
    for name, since in issuers.revoked.items():
        gone = x509.RevokedCertificateBuilder(
            issuers.people[name].certificate.serial_number, since
        )
        builder = builder.add_revoked_certificate(gone.build())
    return builder.sign(issuer.key, hashes.SHA256()).public_bytes(Encoding.DER)


def answer_of(issuers: Issuers, query: bytes) -> bytes:
    """Return what the signer's issuer says of one certificate."""
    asked = ocsp.load_der_ocsp_request(query)
    issuer, signer = issuers.people["AC Personas"], issuers.people[WHO]
    since = issuers.revoked.get(WHO)
    assert asked.serial_number == signer.certificate.serial_number
    builder = ocsp.OCSPResponseBuilder().add_response(
        cert=signer.certificate,
        issuer=issuer.certificate,
        algorithm=hashes.SHA1(),
        cert_status=(
            ocsp.OCSPCertStatus.REVOKED if since else ocsp.OCSPCertStatus.GOOD
        ),
        this_update=NOW - timedelta(hours=1),
        next_update=NOW + timedelta(days=1),
        revocation_time=since,
        revocation_reason=None,
    )
    by_name = ocsp.OCSPResponderEncoding.NAME
    told = builder.responder_id(by_name, issuer.certificate)
    return told.sign(issuer.key, hashes.SHA256()).public_bytes(Encoding.DER)


class _Handler(LoopbackHandler):
    def reply(self, query: bytes) -> None:
        issuers: Issuers = self.server.issuers  # type: ignore[attr-defined]
        issuers.asked.append(self.path)
        does = issuers.does.get(self.path, "well")
        if does == "slow":
            time.sleep(3)
        elif does == "error":
            self.answer(503, b"")
        elif does == "redirect":
            self.answer(302, b"", Location=f"{issuers.url}/elsewhere.crl")
        else:
            self.answer(200, self._content(issuers, does, query))

    def _content(self, issuers: Issuers, does: str, query: bytes) -> bytes:
        if does == "nonsense":
            return b"<html>It works!</html>"
        if does == "huge":
            return b"0" * (MOST_BYTES_OF_LIST + 1)
        if self.path == "/ocsp":
            refusal = bytes.fromhex("30030a0106")
            return refusal if does == "unauthorized" else answer_of(issuers, query)
        named = {"/AC-Ra%C3%ADz.crl": "AC Raíz"}
        name = named.get(self.path) or self.path[1:-4].replace("-", " ")
        if does == "of another":
            name = "AC Raíz" if name != "AC Raíz" else "Time Root"
        until = NOW - timedelta(hours=1) if does == "stale" else NOW + timedelta(days=7)
        return list_of(issuers, issuers.people[name], until=until)
