from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from consultancy.ledger import triggers
from consultancy.models import DocumentFile, LedgerEntry
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised


@pytest.fixture
def issued(bruno):
    return record_decision(make_advised(bruno), answer=answer(), at=NOW).document


def test_a_sound_ledger_with_its_documents_holds(issued, capsys):
    call_command("verify_ledger", "--documents")
    assert "entries hold" in capsys.readouterr().out


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7 swapped"])
def test_a_file_swapped_on_disk_is_named(issued, capsys, damage):
    file = DocumentFile.objects.get()
    Path(file.file.path).write_bytes(damage)
    with pytest.raises(SystemExit) as ended:
        call_command("verify_ledger", "--documents")
    assert ended.value.code == 1
    assert "2026-0001" in capsys.readouterr().out


def test_a_file_gone_from_disk_is_named(issued):
    Path(DocumentFile.objects.get().file.path).unlink()
    with pytest.raises(SystemExit):
        call_command("verify_ledger", "--documents")


@pytest.mark.django_db(transaction=True)
def test_the_first_bad_entry_is_named(bruno, capsys):
    triggers.remove(connection)
    LedgerEntry.objects.filter(seq=2).update(kind="forged")
    triggers.install(connection)
    with pytest.raises(SystemExit):
        call_command("verify_ledger")
    assert "entry 2: altered" in capsys.readouterr().out
