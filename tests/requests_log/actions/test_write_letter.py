from io import BytesIO

import pikepdf
import pytest

from consultancy.actions.bring_key import Archive, bring_key
from consultancy.actions.keep_file import Upload, keep_file
from consultancy.paper.render import render
from requests_log.actions import write_letter
from requests_log.actions.record_decision import record_decision
from tests.consultancy.paper.archives import PASSWORD, archive
from tests.people import NOW, answer, make_advised


@pytest.fixture
def attached(bruno):
    """Record an override with a proof; return the files that go with its letter."""

    def attached():
        upload = Upload("captura ñ 👍.png", "image/png", b"\x89PNG")
        proof = keep_file(bruno.consultant, upload=upload, at=NOW)
        told = answer(proofs=(proof,))
        decision = record_decision(make_advised(bruno), answer=told, at=NOW)
        letter = decision.document.files.get().file.read()
        proof.refresh_from_db()
        assert proof.used_at == NOW
        with pikepdf.open(BytesIO(letter)) as pdf:
            return set(pdf.attachments), decision.document.record

    return attached


def test_a_proof_goes_with_the_letter_and_is_named_in_it(attached):
    names, record = attached()
    assert names == {"record.json", "1-captura n .png"}
    assert record["decision"]["proofs"][0]["name"] == "captura ñ 👍.png"


def test_a_proof_that_is_too_large_is_only_named(attached, monkeypatch):
    monkeypatch.setattr(write_letter, "MOST_ATTACHED_BYTES", 3)
    names, record = attached()
    assert names == {"record.json"}
    assert len(record["decision"]["proofs"]) == 1


def test_the_last_page_names_the_certificate_and_not_the_letterhead(bruno, monkeypatch):
    drawn = []

    def draw(job):
        drawn.append(job.html)
        return render(job)

    monkeypatch.setattr("consultancy.actions.issue_document.render", draw)
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    assert "certificado digital a nombre de Marta Roldán." in drawn[0]
    other = "VEGA SANZ LUCÍA - 87654321X"
    brought = Archive(archive(name=other), PASSWORD, accepted=other)
    bring_key(bruno.consultant, archive=brought, at=NOW)
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    assert "a nombre de VEGA SANZ LUCÍA - 87654321X." in drawn[1]
    assert "a nombre de Marta Roldán." not in drawn[1]
