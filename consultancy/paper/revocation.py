"""Where an issuer says that a certificate is not revoked, and whether he has said it.

Runs in the child process only: what servers answer is read here.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID

from .certificate_chains import Chain
from .certificates import name_in
from .errors import NotLasting
from .keys import fingerprint
from .lasting_job import CRL, OCSP, Given, Source, Wanted

# What says of itself that nobody will ever revoke it: RFC 9608, and ETSI EN 319 412-1.
NEVER_REVOKED = {
    x509.ObjectIdentifier("2.5.29.56"),
    x509.ObjectIdentifier("0.4.0.194121.2.1"),
}
MOST_SOURCES = 4  # of one certificate


def wanted_of(
    chain: Chain, *, own: Sequence[x509.Certificate], now: datetime
) -> Iterator[Wanted]:
    """Give what is to be asked about CHAIN; nothing of what OWN authorities certified,
    who revoke nothing. Raises NotLasting where that is needed and cannot be had."""
    for certificate, issuer in chain.pairs:
        if issuer in own or _is_never_revoked(certificate):
            continue
        name = name_in(certificate.subject)
        if certificate.not_valid_after_utc <= now and chain.is_needed:
            # Its issuer may have stopped telling of it.
            raise NotLasting(NotLasting.EXPIRED, name)
        sources = tuple(_sources(certificate))[:MOST_SOURCES]
        if not sources and chain.is_needed:
            raise NotLasting(NotLasting.NO_ADDRESS, name)
        yield Wanted(
            fingerprint=fingerprint(certificate),
            subject=name,
            sources=sources,
            request=_question(certificate, issuer),
            is_needed=chain.is_needed,
        )


def covers(
    given: Given,
    certificate: x509.Certificate,
    issuer: x509.Certificate,
    *,
    at: datetime,
) -> bool:
    """Say whether what was GIVEN tells of this certificate, and is of today. Whether
    its signature leads where it must is for the validation of the whole to say.

    Raises NotLasting where it is an answer that says revoked: since when, a list tells
    in a way that every reader understands.
    """
    try:
        if given.kind == OCSP:
            return _answers(given.content, certificate, at)
        return _lists(given.content, issuer, at)
    except (ValueError, TypeError, x509.InvalidVersion):
        return False


def _answers(content: bytes, certificate: x509.Certificate, at: datetime) -> bool:
    told = ocsp.load_der_ocsp_response(content)
    if told.response_status is not ocsp.OCSPResponseStatus.SUCCESSFUL:
        return False
    if told.serial_number != certificate.serial_number:
        return False
    if told.certificate_status is ocsp.OCSPCertStatus.REVOKED:
        raise NotLasting(NotLasting.REVOKED, name_in(certificate.subject))
    until = told.next_update_utc
    is_of_today = until is None or until > at
    return is_of_today and told.certificate_status is ocsp.OCSPCertStatus.GOOD


def _lists(content: bytes, issuer: x509.Certificate, at: datetime) -> bool:
    told = x509.load_der_x509_crl(content)
    until = told.next_update_utc
    is_of_today = until is None or until > at
    is_his = told.issuer == issuer.subject
    return is_his and is_of_today and told.is_signature_valid(issuer.public_key())  # type: ignore[arg-type]


def _is_never_revoked(certificate: x509.Certificate) -> bool:
    return any(each.oid in NEVER_REVOKED for each in certificate.extensions)


def _sources(certificate: x509.Certificate) -> Iterator[Source]:
    """Give the addresses in it, first those that answer for one certificate alone."""
    for each in certificate.extensions:
        if isinstance(each.value, x509.AuthorityInformationAccess):
            for access in each.value:
                if access.access_method == AuthorityInformationAccessOID.OCSP:
                    yield from _at(OCSP, [access.access_location])
    for each in certificate.extensions:
        if isinstance(each.value, x509.CRLDistributionPoints):
            for point in each.value:
                yield from _at(CRL, point.full_name or [])


def _at(kind: str, names: Sequence[x509.GeneralName]) -> Iterator[Source]:
    for name in names:
        is_address = isinstance(name, x509.UniformResourceIdentifier)
        if is_address and urlsplit(name.value).scheme in {"http", "https"}:
            yield Source(kind, name.value)


def _question(certificate: x509.Certificate, issuer: x509.Certificate) -> bytes:
    # It names the certificate, and secures nothing; other hashes many do not know.
    name_by = hashes.SHA1()  # nosec B303
    builder = ocsp.OCSPRequestBuilder().add_certificate(certificate, issuer, name_by)
    return builder.build().public_bytes(Encoding.DER)
