import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from consultancy.actions.note_on_client import note_on_client
from consultancy.ledger import triggers
from consultancy.ledger.checkpoint import checkpoint_text
from consultancy.models import (
    Consultant,
    DocumentFile,
    LedgerEntry,
    LedgerHead,
    LedgerPayload,
)
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


def test_it_says_how_many_letters_hold(issued, capsys):
    call_command("verify_ledger", "--documents")
    said = capsys.readouterr().out
    assert "1 letters hold" in said
    assert "1 anchors agree" in said


def test_a_ledger_that_agrees_with_its_checkpoint_holds(bruno, tmp_path, capsys):
    file = tmp_path / "heads.json"
    call_command("export_checkpoint", str(file))
    make_advised(bruno)
    call_command("verify_ledger", checkpoint=file)
    assert "1 anchors agree" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_an_old_backup_is_older_than_its_checkpoint(bruno, tmp_path, capsys):
    head = LedgerHead.objects.get()
    make_advised(bruno)
    file = tmp_path / "heads.json"
    call_command("export_checkpoint", str(file))
    last = LedgerHead.objects.get().seq
    triggers.remove(connection)
    newer = LedgerEntry.objects.filter(seq__gt=head.seq)
    LedgerPayload.objects.filter(entry__in=newer).delete()
    newer.delete()
    head.save()
    triggers.install(connection)
    call_command("verify_ledger")  # by itself it cannot know
    with pytest.raises(SystemExit):
        call_command("verify_ledger", checkpoint=file)
    assert f"entry {last}: older_than_anchor" in capsys.readouterr().out


def test_a_practice_that_is_gone_is_named(marta, tmp_path, capsys):
    file = tmp_path / "heads.json"
    text = checkpoint_text([marta], at=NOW)
    file.write_text(text)
    Consultant.objects.update(public_id=uuid.uuid4())
    with pytest.raises(SystemExit):
        call_command("verify_ledger", checkpoint=file)
    assert "it is not here" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]"])
def test_a_bad_checkpoint_is_refused(db, tmp_path, content):
    file = tmp_path / "heads.json"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=r"heads\.json"):
        call_command("verify_ledger", checkpoint=file)


def test_a_clock_set_back_is_shown(bruno, capsys):
    yesterday = NOW - timedelta(days=1)
    note_on_client(bruno, text="x", submission=uuid.uuid4(), at=yesterday)
    call_command("verify_ledger")
    assert "the clock had been set back" in capsys.readouterr().out
