"""A backup comes back whole, or nothing is touched."""

import hashlib
import json
import shutil
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from consultancy.actions.finish_erasure import finish_erasure
from consultancy.ledger import triggers
from consultancy.ledger.verify import verify_chain
from consultancy.models import Client, DocumentFile, LedgerHead, Session
from consultancy.safekeeping.archive import MANIFEST, manifest_sum
from consultancy.safekeeping.database_copy import copy_name
from requests_log.actions.erase_client import erase_client
from requests_log.actions.record_decision import record_decision
from requests_log.models import ClientRequest, search_index
from tests.people import NOW, answer, make_advised, make_client, prove

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def file(bruno, browser_of, tmp_path, settings):
    """Return a backup of a practice with a letter and a kept file, signed in."""
    browser_of(bruno.consultant)
    settings.DATA_DIR = tmp_path
    prove(bruno.strategies.get())
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    file = tmp_path / "backup.zip"
    call_command("backup", str(file))
    return file


def restore(file, **more):
    call_command("restore", str(file), **{"replace": True} | more)


def rewrite(file, **changes):
    """Change what the manifest says, with a sum that fits."""
    with zipfile.ZipFile(file) as packed:
        contents = {name: packed.read(name) for name in packed.namelist()}
    manifest = json.loads(contents.pop(MANIFEST)) | changes
    manifest.pop("sha256")
    told = manifest | {"sha256": manifest_sum(manifest)}
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in contents.items():
            packed.writestr(name, content)
        packed.writestr(MANIFEST, json.dumps(told))


def test_all_comes_back_and_everybody_is_signed_out(file, capsys):
    Client.objects.update(name="otra cosa")
    stored = Path(DocumentFile.objects.get().file.path)
    stored.write_bytes(b"otra cosa")
    stray = stored.with_name("stray")
    stray.write_bytes(b"de nadie")
    restore(file)
    assert Client.objects.get().name == "Ferretería Bruno"
    assert not stray.exists()
    assert not Session.objects.exists()
    said = capsys.readouterr().out
    assert "1 letters hold" in said
    assert "Compared with" in said
    assert triggers.missing(connection) == set()
    assert search_index.missing(connection) == set()


def test_life_goes_on_after_it(file, bruno):
    restore(file)
    client = Client.objects.get()
    record_decision(make_advised(client), answer=answer(), at=NOW)
    assert verify_chain(client.consultant).fault is None
    call_command("backup", str(file.with_name("second.zip")))
    restore(file.with_name("second.zip"))
    assert DocumentFile.objects.count() == 2


def test_an_old_backup_is_older_than_what_was_here(file, bruno, capsys):
    make_advised(bruno)
    last = LedgerHead.objects.get().seq
    with pytest.raises(CommandError, match="not all as it should be"):
        restore(file)
    assert f"entry {last}: older_than_anchor" in capsys.readouterr().out
    assert ClientRequest.objects.count() == 1


def test_over_a_practice_it_wants_to_be_told(file):
    Client.objects.update(name="otra cosa")
    with pytest.raises(CommandError, match="--replace"):
        restore(file, replace=False)
    assert Client.objects.get().name == "otra cosa"


def test_whoever_was_erased_since_is_erased_again(file, bruno, capsys, settings):
    ana = make_client(bruno.consultant, "Pastelería Ana")
    newer = file.with_name("newer.zip")
    call_command("backup", str(newer))
    erase_client(ana, ground="requested", today=NOW.date(), at=NOW)
    kept = erase_client(bruno, ground="requested", today=NOW.date(), at=NOW)
    with pytest.raises(CommandError):  # older than what was here
        restore(newer)
    assert "2 erased again" in capsys.readouterr().out
    left = Client.objects.get()
    assert left.restricted_at
    assert left.erasure.keep_until == kept.keep_until
    assert left.erasure.public_id == kept.public_id
    assert not ClientRequest.objects.exists()
    finish_erasure(left.erasure, at=NOW + timedelta(days=1))
    with pytest.raises(CommandError):
        restore(newer)
    assert not Client.objects.exists()
    assert not any(Path(settings.MEDIA_ROOT).rglob("*.pdf"))


def test_a_list_kept_elsewhere_counts_too(file, bruno, settings, tmp_path):
    erase_client(bruno, ground="requested", today=NOW.date(), at=NOW)
    elsewhere = tmp_path / "elsewhere.jsonl"
    shutil.move(settings.ERASURES_FILE, elsewhere)
    Client.objects.update(restricted_at=None)
    with connection.cursor() as cursor:  # another machine knows of no erasure
        cursor.execute("DELETE FROM consultancy_erasure_files")
        cursor.execute("DELETE FROM consultancy_erasure")
    with pytest.raises(CommandError):
        restore(file, erasures=elsewhere)
    assert Client.objects.get().restricted_at


def test_what_cannot_be_erased_again_is_said(file, bruno, settings, capsys):
    erase_client(bruno, ground="requested", today=NOW.date(), at=NOW)
    settings.SIGNING_SECRET = ""
    with pytest.raises(CommandError):
        restore(file)
    assert "run repeat_erasures" in capsys.readouterr().err
    settings.SIGNING_SECRET = "a signing secret for tests alone, 32 bytes at least"
    call_command("repeat_erasures")
    assert Client.objects.get().restricted_at


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"format": "por-escrito-backup-2"}, "format"),
        ({"engine": "oracle"}, "backup of oracle"),
        ({"migrations": ["consultancy.9999_later"]}, "newer version"),
        ({"migrations": None}, "no migrations"),
        ({"migrations": ["consultancy.0001_initial"]}, "not the one"),
        ({"entries": []}, "unnamed"),
    ],
)
def test_what_does_not_belong_here_is_refused(file, changes, said):
    if said == "not the one" and connection.vendor != "sqlite":
        pytest.skip("only SQLite's copy can be looked into")
    rewrite(file, **changes)
    Client.objects.update(name="otra cosa")
    with pytest.raises(CommandError, match=f"Nothing was restored.*{said}"):
        restore(file)
    assert Client.objects.get().name == "otra cosa"
    assert DocumentFile.objects.get().file.open().read(4) == b"%PDF"


@pytest.mark.parametrize("name", ["files/kept", "database", MANIFEST])
def test_a_changed_byte_is_refused_before_anything_is_touched(file, name):
    with zipfile.ZipFile(file) as packed:
        info = next(i for i in packed.infolist() if i.filename.startswith(name))
    content = bytearray(file.read_bytes())
    content[info.header_offset + len(info.filename) + 60] ^= 0x10
    file.write_bytes(content)
    Client.objects.update(name="otra cosa")
    with pytest.raises(CommandError, match="Nothing was restored"):
        restore(file)
    assert Client.objects.get().name == "otra cosa"


def test_no_file_at_all_is_said(db, tmp_path):
    for path in (tmp_path / "gone.zip", tmp_path):
        with pytest.raises(CommandError, match="Nothing was restored"):
            call_command("restore", str(path))


def test_a_broken_database_leaves_what_is_here(file):
    with zipfile.ZipFile(file) as packed:
        contents = {name: packed.read(name) for name in packed.namelist()}
    broken = contents[copy_name()][:-200] + b"\xff" * 200
    contents[copy_name()] = broken[: len(broken) // 2]
    manifest = json.loads(contents.pop(MANIFEST))
    for entry in manifest["entries"]:
        if entry["name"] == copy_name():
            content = contents[copy_name()]
            entry["size"] = len(content)
            entry["sha256"] = hashlib.sha256(content).hexdigest()
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in contents.items():
            packed.writestr(name, content)
        packed.writestr(MANIFEST, json.dumps(manifest))
    rewrite(file)
    Client.objects.update(name="otra cosa")
    with pytest.raises(CommandError, match="Nothing was restored"):
        restore(file)
    assert Client.objects.get().name == "otra cosa"
