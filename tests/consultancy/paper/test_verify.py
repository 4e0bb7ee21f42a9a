import io
import random
from datetime import datetime, timedelta
from typing import Any

import pikepdf
import pytest
from pyhanko.pdf_utils.generic import NameObject, NumberObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, signers
from pyhanko.sign.fields import SigSeedSubFilter

from consultancy.paper.errors import DamagedPdf, NotAPdf
from consultancy.paper.field_names import CLIENT_FIELD, CONSULTANT_FIELD
from consultancy.paper.sign import _AsDrawn, _signer, sign
from consultancy.paper.verify import SignatureReport, verify_signatures
from tests.forgeries.spoil import a_clock

from .pages import NOW, Keys, make_keys


def verified(pdf: bytes, keys: Keys) -> SignatureReport:
    return verify_signatures(
        pdf, pinned={keys.stored.fingerprint}, roots=[keys.authority.certificate]
    )


def flipped(pdf: bytes, place: int) -> bytes:
    return pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]


def saved_anew(pdf: bytes) -> bytes:
    content = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(content)
    return content.getvalue()


def updated(pdf: bytes, **changes: Any) -> bytes:
    """Return PDF with an increment that changes its catalog."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    for name, value in changes.items():
        writer.root[NameObject(f"/{name}")] = value
    writer.update_root()
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def countersigned(pdf: bytes, keys: Keys) -> bytes:
    """Return PDF with the client's own signature in the field kept for it."""
    metadata = PdfSignatureMetadata(
        field_name=CLIENT_FIELD, subfilter=SigSeedSubFilter.PADES
    )
    signer = signers.PdfSigner(
        metadata, signer=_signer(keys.consultant), stamp_style=_AsDrawn()
    )
    content = io.BytesIO()
    signer.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(pdf)),
        existing_fields_only=True,
        output=content,
    )
    return content.getvalue()


class SignerAt(signers.PdfSigner):
    at: datetime

    def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self.at
        return session


def stamped(pdf: bytes, keys: Keys, *, at: datetime) -> bytes:
    """Return PDF signed at a moment that a clock of somebody else's confirms."""
    metadata = PdfSignatureMetadata(
        field_name=CONSULTANT_FIELD, subfilter=SigSeedSubFilter.PADES
    )
    signer = SignerAt(
        metadata,
        signer=_signer(keys.consultant),
        stamp_style=_AsDrawn(),
        timestamper=a_clock(at),
    )
    signer.at = at
    content = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    signer.sign_pdf(writer, existing_fields_only=True, output=content)
    return content.getvalue()


def test_a_letter_as_it_was_signed_is_unchanged(signed: bytes, keys: Keys) -> None:
    report = verified(signed, keys)
    assert report.is_unchanged
    (signature,) = report.signatures
    assert (signature.signer, signature.signed_at) == ("Marta Ruiz", NOW)
    assert signature.is_trusted
    assert signature.modification == "none"


def test_a_letter_stays_valid_after_its_certificate_ran_out(
    unsigned: bytes, keys: Keys
) -> None:
    last_day = keys.stored.valid_until - timedelta(days=1)
    old = sign(unsigned, key=keys.consultant, reason="Written", at=last_day)
    assert verified(old, keys).signatures[0].is_trusted


def test_a_timestamp_from_before_the_end_of_the_certificate_keeps_it_valid(
    unsigned: bytes, keys: Keys
) -> None:
    """49: judged as of the day it was signed, which somebody else's clock tells too."""
    last_day = keys.stored.valid_until - timedelta(days=1)
    old = stamped(unsigned, keys, at=last_day)
    report = verified(old, keys)
    assert report.is_unchanged
    assert report.signatures[0].is_trusted
    too_late = stamped(unsigned, keys, at=last_day + timedelta(days=3))
    assert not verified(too_late, keys).signatures[0].is_trusted


def test_an_unsigned_letter_is_not_ours(unsigned: bytes, keys: Keys) -> None:
    report = verified(unsigned, keys)
    assert not report.is_signed
    assert not report.is_unchanged


def test_a_byte_flipped_in_what_is_signed_breaks_it(signed: bytes, keys: Keys) -> None:
    report = verified(flipped(signed, 4_000), keys)
    assert not report.is_intact


def test_bytes_put_after_the_end_are_told(signed: bytes, keys: Keys) -> None:
    report = verified(signed + b"\n% and one thing more", keys)
    assert report.is_intact
    assert not report.covers_whole_file


def test_the_same_name_with_another_key_is_not_ours(
    unsigned: bytes, keys: Keys
) -> None:
    other = make_keys()
    report = verified(
        sign(unsigned, key=other.consultant, reason="Written", at=NOW), keys
    )
    assert report.is_intact
    assert report.signatures[0].signer == "Marta Ruiz"
    assert not report.is_ours


def test_a_file_saved_anew_is_broken(signed: bytes, keys: Keys) -> None:
    assert not verified(saved_anew(signed), keys).is_intact


def test_an_increment_that_is_no_signature_is_told(signed: bytes, keys: Keys) -> None:
    report = verified(updated(signed, NeedsRendering=NumberObject(1)), keys)
    assert not report.is_unchanged
    assert report.signatures[0].modification == "other"


def test_a_client_s_own_signature_is_no_tampering(signed: bytes, keys: Keys) -> None:
    client = make_keys("Bruno Peña")
    report = verified(countersigned(signed, client), keys)
    first, second = report.signatures
    assert report.is_unchanged
    assert first.modification == "form_filling"
    assert (second.signer, second.is_pinned) == ("Bruno Peña", False)


def test_a_change_slipped_in_before_the_client_s_signature_is_told(
    signed: bytes, keys: Keys
) -> None:
    changed = updated(signed, NeedsRendering=NumberObject(1))
    report = verified(countersigned(changed, make_keys("Bruno Peña")), keys)
    assert report.covers_whole_file
    assert not report.is_unchanged


def test_a_byte_flipped_anywhere_in_what_is_signed_is_told(
    signed: bytes, keys: Keys
) -> None:
    chance = random.Random(2026)
    hole = signed.index(b"/Contents <")
    for _ in range(120):
        place = chance.randrange(hole)
        try:
            assert not verified(flipped(signed, place), keys).is_unchanged, place
        except NotAPdf:
            continue


def test_bytes_hidden_behind_the_signature_are_told(signed: bytes, keys: Keys) -> None:
    hole = signed.rindex(b"0000>")
    hidden = signed[:hole] + b"beef" + signed[hole + 4 :]
    assert not verified(hidden, keys).is_intact


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.999])
def test_a_file_that_breaks_off_is_damaged(
    signed: bytes, keys: Keys, share: float
) -> None:
    with pytest.raises(DamagedPdf):
        verified(signed[: int(len(signed) * share)], keys)


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04", b"x" * 5_000])
def test_what_is_no_pdf_is_called_so(content: bytes, keys: Keys) -> None:
    with pytest.raises(NotAPdf) as caught:
        verified(content, keys)
    assert not isinstance(caught.value, DamagedPdf)


def test_no_hostile_file_brings_the_reader_down(signed: bytes, keys: Keys) -> None:
    chance = random.Random(2026)
    for _ in range(120):
        start = chance.randrange(9, len(signed))
        junk = chance.randbytes(chance.randrange(1, 60))
        hostile = signed[:start] + junk + signed[start + chance.randrange(60) :]
        try:
            assert not verified(hostile, keys).is_unchanged
        except NotAPdf:
            continue
