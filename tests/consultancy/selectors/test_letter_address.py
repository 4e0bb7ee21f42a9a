import hashlib
import io
import json

import pikepdf
import pytest

from consultancy.models import Document, LedgerEntry
from consultancy.selectors.letter_address import MARK, fingerprint_of, letter_at
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised, make_client

HOST = "https://porescrito.example"


@pytest.fixture
def document(bruno, settings):
    settings.PUBLIC_URL = HOST
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    return Document.objects.get()


def test_the_address_holds_the_beginning_of_the_fingerprint(document):
    mark = document.fingerprint[:MARK]
    assert document.record["verification_url"] == f"{HOST}/verify/2026-0001/{mark}/"
    assert document.fingerprint == fingerprint_of(document.record)
    entry = LedgerEntry.objects.get(kind="document_reserved")
    assert entry.payload.content["fingerprint"] == document.fingerprint


def test_whoever_holds_the_letter_reckons_the_fingerprint_himself(document):
    with pikepdf.open(io.BytesIO(document.files.get().file.read())) as pdf:
        attached = pdf.attachments["record.json"].get_file().read_bytes()
    record = json.loads(attached)
    del record["verification_url"]
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert hashlib.sha256(text.encode()).hexdigest() == document.fingerprint


def test_where_nobody_can_come_no_address_is_printed(bruno):
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    document = Document.objects.get()
    assert document.record["verification_url"] is None
    assert len(document.fingerprint) == 64


def test_an_address_leads_to_its_letter_alone(document, nadia):
    record_decision(make_advised(make_client(nadia)), answer=answer(), at=NOW)
    theirs = Document.objects.get(consultant=nadia)
    assert theirs.number == document.number
    for each in (document, theirs):
        assert letter_at(each.number, each.fingerprint[:MARK]) == each


@pytest.mark.parametrize(
    ("number", "mark"),
    [
        ("2026-0002", None),
        ("2026-0001", "0" * MARK),
        ("2026-0001", ""),
        ("2026-0001", "%"),
        ("2026-0001", "_" * MARK),
        ("2026-0001", "A" * MARK),
        ("9999-999999999", "0" * MARK),
        ("٢٠٢٦-٠٠٠١", None),
        ("2026-0001\x00", None),
        ("x", "y"),
    ],
)
def test_no_other_address_leads_anywhere(document, number, mark):
    mark = document.fingerprint[:MARK] if mark is None else mark
    assert letter_at(number, mark) is None


def test_a_letter_from_before_fingerprints_is_at_no_address(document):
    mark = document.fingerprint[:MARK]
    Document.objects.update(fingerprint=None)
    assert letter_at("2026-0001", mark) is None
