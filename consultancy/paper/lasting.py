"""What makes a signature checkable for years: the certificates and what their issuers
say of them, added to the file (PAdES B-LT). Runs in the child process only.

A root is trusted by itself, or not; nobody says of it that it is not revoked. Nor does
this installation of what it certified: it has no list, it is asked.
"""

import asyncio
from collections.abc import Sequence
from io import BytesIO

from cryptography import x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import ExpiredError, RevokedError

from .certificate_chains import Chain, chains_in
from .certificates import as_asn1, name_in
from .errors import NotLasting
from .keys import fingerprint
from .lasting_job import CRL, OCSP, Given, LastingJob, Wanted
from .revocation import covers, wanted_of
from .verify import HOSTILE, signatures_in


def wanted_for(job: LastingJob) -> list[Wanted]:
    """Return of which certificates an issuer must say that they are not revoked.

    Raises NotLasting where that can never be had.
    """
    own = _loaded(job.own)
    wanted: dict[str, Wanted] = {}
    for chain in _chains(job):
        for each in wanted_of(chain, own=own, now=job.now):
            # What the letter itself needs comes first.
            wanted.setdefault(each.fingerprint, each)
    return list(wanted.values())


def fits(job: LastingJob) -> bool:
    """Say whether what was given last tells of the certificate it was asked about."""
    given = job.given[-1]
    return any(
        covers(given, certificate, issuer, at=job.now)
        for chain in _chains(job)
        for certificate, issuer in chain.pairs
        if fingerprint(certificate) == given.fingerprint
    )


def with_validation_data(job: LastingJob) -> bytes:
    """Return the file with all of it in one further revision. Raises NotLasting."""
    chains = [each for each in _chains(job) if _is_proven(each, job.given)]
    certificates = {each for chain in chains for each in chain.certificates}
    told_of = {fingerprint(each) for each in certificates}
    given = [each for each in job.given if each.fingerprint in told_of]
    context = _context(chains[0], given)
    writer = IncrementalPdfFileWriter(BytesIO(job.pdf))
    DocumentSecurityStore.supply_dss_in_writer(
        writer,
        None,
        certs=map(as_asn1, sorted(certificates, key=fingerprint)),
        ocsps=context.ocsps,
        crls=context.crls,
    )
    content = BytesIO()
    writer.write(content)
    report = signatures_in(PdfFileReader(content), pinned=(), roots=())
    if not (report.is_intact and content.getvalue().startswith(job.pdf)):
        raise NotLasting(NotLasting.DAMAGED)
    return content.getvalue()


def _is_proven(chain: Chain, given: Sequence[Given]) -> bool:
    """Say whether CHAIN holds by what was GIVEN alone. Raises NotLasting where the
    letter's own does not."""
    try:
        _validate(chain, given)
    except HOSTILE as error:
        if not chain.is_needed:
            return False
        name = name_in(chain.certificates[0].subject)
        raise NotLasting(_reason(error), name) from error
    return True


def _reason(error: Exception) -> str:
    match error:
        case RevokedError():
            return NotLasting.REVOKED
        case ExpiredError():
            return NotLasting.EXPIRED
    return NotLasting.WRONG


def _validate(chain: Chain, given: Sequence[Given]) -> None:
    signer, *others = map(as_asn1, chain.certificates)
    validator = CertificateValidator(
        signer,
        intermediate_certs=others,
        validation_context=_context(chain, given),
    )
    asyncio.run(validator.async_validate_usage(key_usage=set()))


def _context(chain: Chain, given: Sequence[Given]) -> ValidationContext:
    return ValidationContext(
        trust_roots=[as_asn1(chain.certificates[-1])],
        allow_fetching=False,
        # As of the day it signed, by what its issuer says since.
        moment=chain.at,
        retroactive_revinfo=True,
        revocation_mode="hard-fail",
        ocsps=[each.content for each in given if each.kind == OCSP],
        crls=[each.content for each in given if each.kind == CRL],
    )


def _chains(job: LastingJob) -> list[Chain]:
    roots = [*_loaded(job.clocks), *_loaded(job.own)]
    return chains_in(PdfFileReader(BytesIO(job.pdf)), roots=roots)


def _loaded(pems: Sequence[str]) -> list[x509.Certificate]:
    return [x509.load_pem_x509_certificate(each.encode()) for each in pems]
