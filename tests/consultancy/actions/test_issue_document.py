"""What goes wrong while a letter is written leaves it pending, whole, to try again."""

import errno
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError

from consultancy.models import Document, DocumentFile, LedgerEntry
from consultancy.paper.errors import RenderError, SigningError
from requests_log.actions.record_decision import record_decision
from requests_log.actions.run_due import run_due
from tests.people import NOW, answer, make_advised

MODULE = "consultancy.actions.issue_document"


def raising(error):
    def fault(*_args, **_kwargs):
        raise error

    return fault


FAULTS = {
    "render": (f"{MODULE}.render", RenderError(RenderError.CPU)),
    "sign": ("consultancy.actions.sign_letter.sign", SigningError("no")),
    "no room for the file": (
        "consultancy.actions.store_letter.default_storage.save",
        OSError(errno.ENOSPC, "No space left on device"),
    ),
    "no room in the database": (
        f"{MODULE}.DocumentFile.objects.create",
        OperationalError("database or disk is full"),
    ),
}


@pytest.mark.parametrize(("place", "error"), FAULTS.values(), ids=FAULTS)
def test_a_fault_leaves_a_pending_letter_that_is_written_later(
    bruno, monkeypatch, place, error
):
    """44: the decision is kept, its number too."""
    with monkeypatch.context() as broken:
        broken.setattr(place, raising(error))
        record_decision(make_advised(bruno), answer=answer(), at=NOW)
    document = Document.objects.get()
    assert (document.status, document.claimed_at) == ("pending", None)
    assert not DocumentFile.objects.exists()
    assert not LedgerEntry.objects.filter(kind="document_issued").exists()
    assert run_due(now=NOW).written == 1
    assert Document.objects.get().status == "issued"


def test_a_file_no_row_names_is_taken_away_again(bruno, monkeypatch):
    place, error = FAULTS["no room in the database"]
    monkeypatch.setattr(place, raising(error))
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    assert list(Path(settings.MEDIA_ROOT).rglob("*.pdf")) == []
