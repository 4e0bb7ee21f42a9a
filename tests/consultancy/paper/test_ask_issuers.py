"""B-LT: what certifies the signers is asked for, checked, and added to the file."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore

from consultancy.paper import ask_issuers
from consultancy.paper.ask_issuers import Issuers as Asker
from consultancy.paper.brought_keys import read_brought_key
from consultancy.paper.certificates import as_asn1
from consultancy.paper.errors import FetchFailed, NotLasting
from consultancy.paper.keys import UnlockedKey, unlock, wrap_brought_key
from consultancy.paper.lasting_job import LastingJob
from consultancy.paper.sign import sign
from consultancy.paper.timestamps import Stamper, add_timestamp
from consultancy.paper.tsa_client import TimestampAuthority
from consultancy.paper.verify import verify_signatures

from .archives import PASSWORD
from .fake_issuers import WHO, Issuers, fake_issuers
from .fake_tsa import STAMPED_AT, FakeTSA, fake_tsa
from .pages import NOW, SECRET, Keys
from .signatures import countersigned

LATER = NOW + timedelta(minutes=2)
HERE = ("127.0.0.1",)


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Issuers, FakeTSA]]:
    with fake_issuers() as issuers, fake_tsa() as tsa:
        tsa.does = "chain"
        yield issuers, tsa


@pytest.fixture
def issuers(servers: tuple[Issuers, FakeTSA]) -> Issuers:
    issuers, _ = servers
    issuers.does.clear()
    issuers.asked.clear()
    issuers.revoked.clear()
    return issuers


@pytest.fixture(scope="module")
def stamper(servers: tuple[Issuers, FakeTSA]) -> Any:
    issuers, tsa = servers
    roots = (issuers.people["Time Root"].pem,)
    authority = TimestampAuthority(tsa.url, roots=roots)
    return lambda: Stamper(authority, now=NOW)


@pytest.fixture(scope="module")
def brought(servers: tuple[Issuers, FakeTSA]) -> UnlockedKey:
    issuers, _ = servers
    key = read_brought_key(issuers.archive(PASSWORD), password=PASSWORD, now=NOW)
    return unlock(wrap_brought_key(key, secret=SECRET).wrapped, secret=SECRET)


@pytest.fixture(scope="module")
def ours(unsigned: bytes, keys: Keys, stamper: Any) -> bytes:
    """A letter signed with a certificate made here, and stamped."""
    return sign(unsigned, key=keys.consultant, reason="x", at=NOW, stamper=stamper())


@pytest.fixture(scope="module")
def theirs(unsigned: bytes, brought: UnlockedKey, stamper: Any) -> bytes:
    """The same, signed with a certificate that was brought."""
    return sign(unsigned, key=brought, reason="x", at=NOW, stamper=stamper())


@pytest.fixture
def job(issuers: Issuers, keys: Keys) -> LastingJob:
    return LastingJob(
        pdf=b"",
        own=(keys.authority.certificate,),
        clocks=(issuers.people["Time Root"].pem,),
        now=LATER,
    )


def lasting(job: LastingJob, pdf: bytes, seconds: float = 15) -> Any:
    return Asker(HERE, seconds).make_last(replace(job, pdf=pdf))


def refused(job: LastingJob, pdf: bytes, seconds: float = 15) -> tuple[str, str]:
    with pytest.raises(NotLasting) as caught:
        lasting(job, pdf, seconds)
    return caught.value.reason, caught.value.subject


def holds_by_itself(pdf: bytes, *roots: str) -> bool:
    """Ask pyHanko, years later, with the file and the roots alone and no network."""
    reader = PdfFileReader(BytesIO(pdf))
    context = DocumentSecurityStore.read_dss(reader).as_validation_context(
        {
            "trust_roots": [
                as_asn1(x509.load_pem_x509_certificate(each.encode())) for each in roots
            ],
            "moment": STAMPED_AT,
            "retroactive_revinfo": True,
            "revocation_mode": "hard-fail",
            "allow_fetching": False,
        }
    )
    status = validate_pdf_signature(
        reader.embedded_regular_signatures[0], context, context
    )
    stamp = status.timestamp_validity
    stamped = stamp is None or (stamp.valid and stamp.trusted)
    return bool(status.bottom_line and status.trusted and stamped)


def test_a_letter_of_ours_gets_what_is_needed_of_its_timestamp(
    ours: bytes, job: LastingJob, issuers: Issuers, keys: Keys
) -> None:
    roots = keys.authority.certificate, issuers.people["Time Root"].pem
    lasts = lasting(job, ours)
    assert lasts.content.startswith(ours)
    assert sorted(issuers.asked) == ["/Time-CA.crl", "/Time-Root.crl"]
    assert [(who.subject, source.kind) for who, source in lasts.told] == [
        ("Clock 2", "crl"),
        ("Time CA", "crl"),
    ]
    assert holds_by_itself(lasts.content, *roots)
    dss = DocumentSecurityStore.read_dss(PdfFileReader(BytesIO(lasts.content)))
    names = {each.subject.native["common_name"] for each in dss.load_certs()}
    assert names == {
        "Marta Ruiz",
        keys.consultant.chain[0].subject.rfc4514_string()[3:],
        "Clock 2",
        "Time CA",
        "Time Root",
    }


def test_what_was_added_is_no_change_of_the_letter(
    ours: bytes, job: LastingJob, keys: Keys
) -> None:
    pinned = {keys.stored.fingerprint}
    content = lasting(job, ours).content
    report = verify_signatures(content, pinned=pinned, roots=())
    assert report.is_intact
    assert report.is_ours
    assert report.signatures[0].modification == "lta_updates"
    signed = verify_signatures(countersigned(content), pinned=pinned, roots=())
    assert signed.is_unchanged
    assert len(signed.countersignatures) == 1


def test_a_brought_certificate_is_asked_about_and_falls_back_to_the_list(
    theirs: bytes, job: LastingJob, issuers: Issuers
) -> None:
    roots = issuers.people["AC Raíz"].pem, issuers.people["Time Root"].pem
    lasts = lasting(job, theirs)
    assert "/ocsp" in issuers.asked
    assert "/AC-Personas.crl" not in issuers.asked
    assert holds_by_itself(lasts.content, *roots)
    issuers.does["/ocsp"] = "unauthorized"
    lasts = lasting(job, theirs)
    assert "/AC-Personas.crl" in issuers.asked
    assert holds_by_itself(lasts.content, *roots)


def test_without_it_the_file_alone_does_not_hold(
    theirs: bytes, job: LastingJob, issuers: Issuers
) -> None:
    roots = issuers.people["AC Raíz"].pem, issuers.people["Time Root"].pem
    content = lasting(job, theirs).content
    empty = content.replace(b"/CRLs", b"/XRLs").replace(b"/OCSPs", b"/XCSPs")
    assert not holds_by_itself(empty, *roots)


def test_a_late_timestamp_serves_as_well(
    signed: bytes, stamper: Any, job: LastingJob, issuers: Issuers, keys: Keys
) -> None:
    late = add_timestamp(signed, stamper=stamper())
    content = lasting(job, late).content
    roots = keys.authority.certificate, issuers.people["Time Root"].pem
    assert content.startswith(late)
    assert holds_by_itself(content, *roots)


def test_a_client_s_own_certificate_is_not_waited_for(
    ours: bytes, theirs: bytes, brought: UnlockedKey, job: LastingJob, issuers: Issuers
) -> None:
    issuers.does |= {"/ocsp": "error", "/AC-Personas.crl": "error"}
    told = lasting(job, countersigned(ours, brought)).told
    assert {who.subject for who, _ in told} == {"Clock 2", "Time CA", "AC Personas"}
    issuers.does.clear()
    told = lasting(job, countersigned(ours, brought)).told
    assert WHO in {who.subject for who, _ in told}


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        ("error", FetchFailed.REFUSED),
        ("redirect", FetchFailed.REFUSED),
        ("huge", FetchFailed.HUGE),
        ("slow", FetchFailed.LATE),
        ("nonsense", NotLasting.WRONG),
        ("of another", NotLasting.WRONG),
        ("stale", NotLasting.WRONG),
    ],
)
def test_what_cannot_be_had_is_said_and_of_whom(
    ours: bytes, job: LastingJob, issuers: Issuers, does: str, reason: str
) -> None:
    issuers.does["/Time-Root.crl"] = does
    began = time.monotonic()
    assert refused(job, ours, 2) == (reason, "Time CA")
    assert time.monotonic() - began < 5
    assert "/elsewhere.crl" not in issuers.asked


def test_all_of_it_together_has_a_size(
    theirs: bytes, job: LastingJob, issuers: Issuers, monkeypatch: Any
) -> None:
    given = lasting(job, theirs).told
    assert [who.subject for who, _ in given][-1] == "Time CA"
    monkeypatch.setattr(ask_issuers, "MOST_BYTES_IN_ALL", 500)
    assert refused(job, theirs)[0] == FetchFailed.HUGE


def test_all_of_it_together_has_a_time(
    ours: bytes, job: LastingJob, issuers: Issuers
) -> None:
    issuers.does |= {"/Time-CA.crl": "slow", "/Time-Root.crl": "slow"}
    began = time.monotonic()
    assert refused(job, ours, 0.5)[0] == FetchFailed.LATE
    assert time.monotonic() - began < 2


def test_a_private_address_is_not_asked_unless_it_is_allowed(
    ours: bytes, job: LastingJob, issuers: Issuers
) -> None:
    with pytest.raises(NotLasting) as caught:
        Asker().make_last(replace(job, pdf=ours))
    assert caught.value.reason == FetchFailed.PRIVATE
    assert issuers.asked == []


def test_who_was_revoked_before_he_signed_does_not_last(
    theirs: bytes, job: LastingJob, issuers: Issuers
) -> None:
    issuers.revoked[WHO] = NOW - timedelta(days=1)
    assert refused(job, theirs) == (NotLasting.REVOKED, WHO)
    issuers.does["/AC-Personas.crl"] = "error"
    assert refused(job, theirs) == (NotLasting.REVOKED, WHO)


def test_who_was_revoked_since_had_signed_before(
    theirs: bytes, job: LastingJob, issuers: Issuers
) -> None:
    """Renewed, a certificate is often revoked: its issuer's list says since when."""
    issuers.revoked[WHO] = LATER
    roots = issuers.people["AC Raíz"].pem, issuers.people["Time Root"].pem
    content = lasting(job, theirs).content
    assert "/AC-Personas.crl" in issuers.asked
    assert holds_by_itself(content, *roots)


def test_a_certificate_that_ran_out_since_is_too_late(
    theirs: bytes, job: LastingJob
) -> None:
    late = replace(job, now=NOW + timedelta(days=800))
    assert refused(late, theirs)[0] == NotLasting.EXPIRED


def test_without_a_timestamp_there_is_nothing_to_make_last(
    signed: bytes, job: LastingJob
) -> None:
    assert refused(job, signed) == (NotLasting.NO_STAMP, "")


def test_a_chain_that_breaks_off_and_one_without_an_address_are_told(
    theirs: bytes, ours: bytes, job: LastingJob, issuers: Issuers
) -> None:
    without_root = replace(job, clocks=())
    assert refused(without_root, ours) == (NotLasting.NO_CHAIN, "Clock 2")
    # Of an authority that is not ours it must be asked, and it says nowhere where.
    stranger = replace(job, own=())
    assert refused(stranger, ours) == (NotLasting.NO_ADDRESS, "Marta Ruiz")


def test_what_is_no_pdf_is_refused(job: LastingJob) -> None:
    assert refused(job, b"%PDF-1.7 no") == (NotLasting.DAMAGED, "")
