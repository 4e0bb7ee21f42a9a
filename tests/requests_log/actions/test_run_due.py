from datetime import timedelta

import pytest
from django.core.files.storage import default_storage

from consultancy.actions.keep_file import Upload, keep_file
from consultancy.models import Document
from consultancy.paper.errors import RenderError
from consultancy.selectors.documents import CLAIM_LASTS
from requests_log.actions import run_due as run_due_module
from requests_log.actions.record_decision import record_decision
from requests_log.actions.run_due import run_due
from tests.people import NOW, answer, make_advised, send_advice


@pytest.fixture
def pending(bruno, monkeypatch):
    """A letter that could not be written at the decision."""

    def broken(*_args, **_kwargs):
        raise RenderError(RenderError.MEMORY)

    with monkeypatch.context() as context:
        context.setattr("consultancy.actions.issue_document.render", broken)
        return record_decision(make_advised(bruno), answer=answer(), at=NOW).document


def test_a_pending_letter_is_written(pending):
    assert run_due(now=NOW).written == 1


def test_running_again_finds_nothing_to_do(pending):
    run_due(now=NOW)
    done = run_due(now=NOW)
    assert (done.written, done.waiting) == (0, 0)


def test_a_letter_somebody_is_writing_is_left_to_him(pending):
    Document.objects.update(claimed_at=NOW)
    assert run_due(now=NOW).written == 0


def test_a_claim_of_somebody_who_died_runs_out(pending):
    Document.objects.update(claimed_at=NOW)
    later = NOW + CLAIM_LASTS + timedelta(seconds=1)
    assert run_due(now=later).written == 1


def with_proof(client):
    upload = Upload("captura.png", "image/png", b"screenshot")
    proof = keep_file(client.consultant, upload=upload, at=NOW)
    return answer(proofs=(proof,)), proof


def test_a_proof_that_is_gone_from_the_disk_holds_up_its_own_letter_alone(bruno):
    told, proof = with_proof(bruno)
    default_storage.delete(proof.file.name)
    letter = record_decision(make_advised(bruno), answer=told, at=NOW).document
    other = record_decision(make_advised(bruno), answer=answer(), at=NOW).document
    Document.objects.filter(pk=other.pk).update(claimed_at=None)
    done = run_due(now=NOW)
    letter.refresh_from_db()
    assert (done.waiting, letter.status) == (1, "pending")
    with default_storage.open(proof.file.name, "wb") as back:
        back.write(b"screenshot")
    assert run_due(now=NOW).written == 1


def test_letters_that_cannot_be_written_do_not_hold_up_the_others(
    bruno, pending, monkeypatch
):
    monkeypatch.setattr(run_due_module, "MOST_AT_ONCE", 1)
    told, proof = with_proof(bruno)
    default_storage.delete(proof.file.name)
    broken = record_decision(make_advised(bruno), answer=told, at=NOW).document
    Document.objects.filter(pk=broken.pk).update(reserved_at=NOW - timedelta(days=1))
    runs = [run_due(now=NOW + timedelta(minutes=passed)) for passed in range(4)]
    assert sum(done.written for done in runs) == 1


def test_what_waits_for_a_reminder_does_not_keep_the_clock_from_others(
    bruno, monkeypatch
):
    monkeypatch.setattr(run_due_module, "MOST_AT_ONCE", 1)
    send_advice(make_advised(bruno))
    silent = make_advised(bruno)
    for day in (0, 2, 5, 10):
        at = NOW + timedelta(days=day)
        send_advice(silent, is_reminder=day > 0, at=at)
    assert run_due(now=NOW + timedelta(days=30)).unanswered == 1


def test_a_proof_that_was_changed_on_the_disk_is_not_attached(bruno):
    told, proof = with_proof(bruno)
    default_storage.delete(proof.file.name)
    with default_storage.open(proof.file.name, "wb") as other:
        other.write(b"something else")
    letter = record_decision(make_advised(bruno), answer=told, at=NOW).document
    assert letter.status == "pending"
