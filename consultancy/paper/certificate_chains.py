"""Who certified those who signed a file: every chain in it, from signer to root."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import cms
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import extract_certificate_info
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter

from .certificates import name_in
from .errors import NotLasting

LONGEST = 8  # certificates; three or four are usual


@dataclass(frozen=True)
class Signed:
    """One signature or timestamp of a file; AT is by when it was there, as a clock of
    somebody else's says, or nobody's. `is_needed` tells of the letter's own."""

    data: cms.SignedData
    at: datetime | None
    is_needed: bool


@dataclass(frozen=True)
class Chain:
    """A signer's certificate and those above it, the root last."""

    certificates: tuple[x509.Certificate, ...]
    at: datetime
    is_needed: bool

    @property
    def pairs(self) -> Iterator[tuple[x509.Certificate, x509.Certificate]]:
        """Every certificate with the one above it; the root is trusted by itself."""
        return zip(self.certificates, self.certificates[1:], strict=False)


def chains_in(
    reader: PdfFileReader, *, roots: Sequence[x509.Certificate]
) -> list[Chain]:
    """Return the chains of a file's signatures and timestamps. Raises NotLasting where
    the letter's own have none that is whole; any of HOSTILE."""
    found = list(_signed_in(reader))
    pool = {*roots}
    for each in found:
        pool.update(_certificates_in(each.data))
    chains = []
    for each in found:
        certificates = _up_from(_signer_of(each.data), pool, roots)
        if certificates and each.at:
            chains.append(Chain(certificates, each.at, each.is_needed))
        elif each.is_needed:
            name = name_in(_signer_of(each.data).subject)
            raise NotLasting(NotLasting.NO_CHAIN, name)
    return chains


def _signed_in(reader: PdfFileReader) -> Iterator[Signed]:
    """Give every signature and every timestamp, the letter's own first."""
    over = [each.signed_data for each in reader.embedded_timestamp_signatures]
    for place, signature in enumerate(reader.embedded_regular_signatures):
        inside = list(extract_tst_data_iter(signature.signer_info, signed=False))
        is_first = place == 0
        clocks = inside or (over[:1] if is_first else [])
        if is_first and not clocks:
            raise NotLasting(NotLasting.NO_STAMP)
        times = [_time_of(each) for each in clocks]
        at = min(times, default=signature.self_reported_timestamp)
        yield Signed(signature.signed_data, at, is_first)
        for clock, time in zip(clocks, times, strict=True):
            yield Signed(clock, time, is_first)
    for clock in over:
        yield Signed(clock, _time_of(clock), is_needed=False)


def _time_of(token: cms.SignedData) -> datetime:
    told: datetime = token["encap_content_info"]["content"].parsed["gen_time"].native
    return told


def _signer_of(data: cms.SignedData) -> x509.Certificate:
    signer = extract_certificate_info(data).signer_cert
    return x509.load_der_x509_certificate(signer.dump())


def _certificates_in(data: cms.SignedData) -> Iterator[x509.Certificate]:
    others = extract_certificate_info(data).other_certs
    return (x509.load_der_x509_certificate(each.dump()) for each in others)


def _up_from(
    signer: x509.Certificate,
    pool: Collection[x509.Certificate],
    roots: Sequence[x509.Certificate],
) -> tuple[x509.Certificate, ...]:
    """Return the chain above SIGNER; nothing where it does not lead to a root."""
    chain = [signer]
    while len(chain) <= LONGEST:
        top = chain[-1]
        if top in roots or _is_issued_by(top, top):
            return tuple(chain)
        above = [each for each in pool if _is_issued_by(top, each)]
        if not above:
            break
        chain.append(above[0])
    return ()


def _is_issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    if certificate.issuer != issuer.subject:
        return False
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True
