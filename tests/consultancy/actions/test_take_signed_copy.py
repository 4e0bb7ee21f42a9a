"""What comes back signed, and what only seems to. Tests 47 and 48 of the threat model:
another key, an increment, a file saved anew."""

import io

import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.db import OperationalError
from pyhanko.sign.fields import SigFieldSpec

from consultancy.actions.signing_key import key_to_sign_with
from consultancy.actions.take_signed_copy import take_signed_copy
from consultancy.errors import CopyRefused, InstallationReadOnly
from consultancy.models import AddedSignature, DocumentFile, LedgerEntry
from consultancy.paper.sign import sign
from consultancy.selectors.verification import verify_file
from requests_log.actions.record_decision import record_decision
from tests.consultancy.paper.pages import make_keys
from tests.consultancy.paper.signatures import countersigned, updated
from tests.people import NOW, WANTS_TIKTOK, answer, make_advised

# However many answers there are for a file of ours, it is one of these.
GENUINE = {"unchanged", "counter_signed", "earlier_copy"}


@pytest.fixture
def document(bruno):
    return record_decision(make_advised(bruno), answer=answer(), at=NOW).document


@pytest.fixture
def letter(document):
    return document.files.get().file.read()


def take(document, content, signed_by="client"):
    return take_signed_copy(document, content=content, signed_by=signed_by, at=NOW)


def refused(document, content):
    with pytest.raises(CopyRefused) as caught:
        take(document, content)
    assert not AddedSignature.objects.exists()
    assert len(stored(document)) == DocumentFile.objects.count()
    return caught.value


def stored(document):
    public_id = document.consultant.public_id
    return default_storage.listdir(f"documents/{public_id}/{document.year}")[1]


def test_the_client_s_signature_is_kept_with_the_letter(document, letter):
    content = countersigned(letter)
    file = take(document, content)
    added = file.added_signatures.get()
    assert (added.signer, added.issuer) == ("Bruno Peña", "Por Escrito")
    assert added.signed_at is not None
    assert file.kind == "countersigned"
    assert file.file.read() == content
    assert file.key_fingerprint == document.files.first().key_fingerprint
    entry = LedgerEntry.objects.get(kind="document_countersigned")
    assert entry.payload.content["sha256"] == file.sha256
    assert entry.subject == document.subject
    assert {verify_file(pdf).answer for pdf in (letter, content)} <= GENUINE


def test_somebody_else_may_bring_it(document, letter):
    content = countersigned(letter)
    told = {"content": content, "signed_by": "client", "at": NOW}
    take_signed_copy(document, **told, actor="client")
    assert LedgerEntry.objects.latest("seq").actor == "client"


def test_one_s_own_is_told_from_the_client_s(document, letter):
    assert take(document, countersigned(letter), "consultant").kind == "own_signed"


def test_a_field_nobody_sees_may_be_added_for_it(document, letter):
    spec = SigFieldSpec("Signature1")
    assert take(document, countersigned(letter, field=spec)).pk


def test_both_may_sign_one_after_the_other(document, letter):
    first = countersigned(letter)
    take(document, first)
    own = make_keys("Marta de la FNMT").consultant
    both = countersigned(first, own, SigFieldSpec("Mine"))
    file = take(document, both, "consultant")
    assert [each.signer for each in file.added_signatures.all()] == ["Marta de la FNMT"]
    assert both.startswith(first)


def test_sent_twice_it_is_kept_once(document, letter):
    content = countersigned(letter)
    assert take(document, content).pk == take(document, content).pk
    assert DocumentFile.objects.count() == len(stored(document)) == 2
    assert LedgerEntry.objects.filter(kind="document_countersigned").count() == 1


def saved_anew(pdf):
    content = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(content)
    return content.getvalue()


def flipped(pdf, place):
    return pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]


def with_broken_signature(pdf):
    signed = countersigned(pdf)
    room = signed.index(b"/Contents <", len(pdf))
    # The last bytes before the padding are of the signature itself.
    end = len(signed[room : signed.index(b">", room)].rstrip(b"0"))
    place = room + end - 21
    other = b"1" if signed[place : place + 1] != b"1" else b"2"
    return signed[:place] + other + signed[place + 1 :]


VISIBLE = SigFieldSpec("Seen", box=(50, 50, 200, 100))
FAULTS = {
    "the letter itself": (lambda pdf: pdf, CopyRefused.NOTHING_NEW),
    "bytes after it": (lambda pdf: pdf + b"\n% more", CopyRefused.NOTHING_NEW),
    "an increment": (updated, CopyRefused.CHANGED),
    "changed, then signed": (lambda pdf: countersigned(updated(pdf)), "changed"),
    "signed, then changed": (lambda pdf: updated(countersigned(pdf)), "changed"),
    "bytes after the signature": (lambda pdf: countersigned(pdf) + b"\nx", "changed"),
    "a field that is seen": (
        lambda pdf: countersigned(pdf, field=VISIBLE),
        CopyRefused.CHANGED,
    ),
    "saved anew": (saved_anew, CopyRefused.CHANGED),
    "a byte flipped": (lambda pdf: flipped(countersigned(pdf), 4_000), "changed"),
    "a broken signature": (with_broken_signature, CopyRefused.BROKEN_SIGNATURE),
    "broken off": (lambda pdf: countersigned(pdf)[:-900], CopyRefused.DAMAGED),
    "no PDF": (lambda _pdf: b"hola", CopyRefused.NO_PDF),
    "empty": (lambda _pdf: b"", CopyRefused.NO_PDF),
    "a page": (lambda _pdf: b"<html>%PDF-1.7", CopyRefused.DAMAGED),
}


@pytest.mark.parametrize(("spoil", "reason"), FAULTS.values(), ids=FAULTS)
def test_what_is_no_signed_copy_is_refused_and_told_apart(
    document, letter, spoil, reason
):
    assert refused(document, spoil(letter)).reason == reason


def test_47_the_same_letter_by_another_key_is_another_file(document, letter):
    unsigned = letter[: letter.index(b"%%EOF") + 5]
    forged = sign(
        unsigned, key=make_keys("Marta Roldán").consultant, reason="x", at=NOW
    )
    assert refused(document, forged).reason == CopyRefused.NOT_THIS_LETTER
    assert verify_file(forged).answer not in GENUINE


def test_another_letter_is_named(document, bruno):
    other = make_advised(bruno, WANTS_TIKTOK)
    second = record_decision(other, answer=answer(), at=NOW).document
    content = countersigned(second.files.get().file.read())
    error = refused(document, content)
    assert (error.reason, error.number) == (CopyRefused.OTHER_LETTER, second.number)


def test_the_letter_s_own_certificate_does_not_countersign_it(document, letter):
    key = key_to_sign_with(document.consultant, at=NOW)
    content = countersigned(letter, key)
    assert refused(document, content).reason == CopyRefused.SIGNED_BY_US


def test_read_only_keeps_no_file(document, letter, settings):
    settings.SIGNING_SECRET = ""
    with pytest.raises(InstallationReadOnly):
        take(document, countersigned(letter))
    assert len(stored(document)) == document.files.count() == 1


def test_no_room_in_the_database_keeps_no_file(document, letter, monkeypatch):
    def full(*_args, **_more):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("consultancy.actions.take_signed_copy.write_down", full)
    with pytest.raises(OperationalError):
        take(document, countersigned(letter))
    assert len(stored(document)) == document.files.count() == 1
