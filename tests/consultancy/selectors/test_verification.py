"""What can be said of a file, over real letters and what people do to them."""

import hashlib
import random
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from consultancy.models import Document, DocumentFile, SigningKey
from consultancy.paper.errors import ChildError
from consultancy.paper.read import read_pdf
from consultancy.paper.reading import ReadingJob
from consultancy.selectors import verification
from consultancy.selectors.verification import GENUINE, Answer, verify_file
from requests_log.actions.record_decision import record_decision
from tests.consultancy.paper.pages import make_keys
from tests.forgeries import spoil
from tests.forgeries.made import files, issue
from tests.people import NOW, answer, make_advised


@pytest.fixture
def letter(bruno):
    decision = record_decision(make_advised(bruno), answer=answer(), at=NOW)
    return decision.document.files.get().file.read()


def test_the_letter_as_issued_is_unchanged(letter):
    result = verify_file(letter)
    assert (result.answer, result.document.number) == (Answer.UNCHANGED, "2026-0001")
    assert (result.signer, result.issued_at) == ("Marta Roldán", NOW)
    assert result.sha256 == hashlib.sha256(letter).hexdigest()
    assert result.is_stored_copy_whole


def test_every_kind_of_file_is_told_apart(bruno):
    """46, 47, 48: appended, signed by another key, annotated, saved anew."""
    made = list(files(issue(bruno)))
    assert {each.answer for each in made} == set(Answer) - {Answer.UNREADABLE}
    said = {each.name: verify_file(each.content).answer for each in made}
    assert said == {each.name: each.answer for each in made}


def test_a_letter_that_was_superseded_says_by_which(bruno):
    letters = issue(bruno)
    assert verify_file(letters.letter).document.superseded_by_number == ""
    old = verify_file(letters.superseded)
    assert old.is_genuine
    assert old.document.superseded_by_number == "2026-0002"


def test_who_signed_after_us_is_named(letter):
    client = make_keys("Bruno Peña").consultant
    result = verify_file(spoil.counter_signed(letter, client))
    (seen,) = result.signers
    assert (seen.signer, seen.issuer) == ("Bruno Peña", "Por Escrito")


def test_a_copy_is_an_earlier_one_once_there_is_a_later(letter):
    later = spoil.counter_signed(letter, make_keys("Bruno Peña").consultant)
    first = DocumentFile.objects.get()
    DocumentFile.objects.create(
        document=first.document,
        kind="counter_signed",
        file=default_storage.save("later.pdf", ContentFile(later)),
        sha256=hashlib.sha256(later).hexdigest(),
        size=len(later),
        key_fingerprint=first.key_fingerprint,
        created_at=NOW,
    )
    assert verify_file(letter).answer == Answer.EARLIER_COPY
    assert verify_file(later).answer == Answer.COUNTER_SIGNED
    assert verify_file(later + b"x").answer == Answer.APPENDED


@pytest.mark.parametrize("harm", ["changed", "deleted"])
def test_where_the_stored_copy_was_harmed_the_holder_s_is_right(letter, harm):
    """45: swapped, edited or deleted on the disk."""
    stored = Path(DocumentFile.objects.get().file.path)
    stored.chmod(0o600)
    stored.unlink() if harm == "deleted" else stored.write_bytes(letter + b"x")
    result = verify_file(letter)
    assert (result.answer, result.is_stored_copy_whole) == (Answer.UNCHANGED, False)


def test_a_letter_that_was_erased_is_still_the_one_that_was_issued(letter):
    Document.objects.update(erased_at=NOW)
    default_storage.delete(DocumentFile.objects.get().file.name)
    result = verify_file(letter)
    assert (result.answer, result.document.erased_at) == (Answer.UNCHANGED, NOW)
    assert result.is_stored_copy_whole


def test_a_thousand_changes_of_one_byte_are_all_reported(letter, monkeypatch):
    """48: by the stored hash, even if the reader found nothing wrong with any."""
    report = read_pdf(ReadingJob(letter, [SigningKey.objects.get().certificate]))
    assert report.signatures.is_unchanged
    chance = random.Random(1)
    places = [chance.randrange(len(letter)) for _ in range(1_000)]
    changed = [spoil.flipped(letter, place, chance.randrange(8)) for place in places]
    looked_at = {verify_file(content).answer for content in changed[:40]}
    monkeypatch.setattr(verification, "read_pdf", lambda _job: report)
    said = {verify_file(content).answer for content in changed}
    assert not (said | looked_at) & GENUINE


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.7 other"])
def test_the_beginning_of_a_pdf_breaks_off(db, content):
    assert verify_file(content).answer == Answer.BREAKS_OFF


def test_what_takes_too_much_to_read_is_put_aside(letter, monkeypatch):
    def bomb(_job):
        raise ChildError(ChildError.MEMORY)

    monkeypatch.setattr(verification, "read_pdf", bomb)
    assert verify_file(letter + b"x").answer == Answer.UNREADABLE
    assert verify_file(letter).answer == Answer.UNCHANGED


def test_nobody_looks_while_others_are_looked_at(letter, monkeypatch):
    def busy(_job):
        raise ChildError(ChildError.BUSY)

    monkeypatch.setattr(verification, "read_pdf", busy)
    with pytest.raises(ChildError):
        verify_file(letter + b"x")


def test_a_letter_of_the_same_number_elsewhere_is_not_taken_for_it(letter, nadia):
    Document.objects.update(ledger_head="0" * 64)
    assert verify_file(spoil.unsigned(letter)).answer == Answer.NOT_OURS
