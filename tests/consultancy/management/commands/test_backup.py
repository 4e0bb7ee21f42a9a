import zipfile
from pathlib import Path

import pytest
from django.conf import settings as conf
from django.core.management import CommandError, call_command

from consultancy.models import DocumentFile
from consultancy.safekeeping import database_copy
from consultancy.safekeeping.archive import open_archive
from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised, prove

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def file(bruno, tmp_path):
    """Back a practice up that has a letter and a kept file."""
    prove(bruno.strategies.get())
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    file = tmp_path / "backup.zip"
    call_command("backup", str(file))
    return file


def test_it_holds_database_letters_and_files_and_says_so(file, marta):
    with open_archive(file) as archive:
        told, names = archive.manifest, set(archive.entries)
    assert database_copy.copy_name() in names
    assert f"files/{DocumentFile.objects.get().file.name}" in names
    assert sum(name.startswith("files/kept/") for name in names) == 1
    assert told["heads"][0]["chain"] == str(marta.public_id)
    assert told["heads"][0]["seq"] > 5
    assert "consultancy.0001_initial" in told["migrations"]
    assert (told["app_version"], told["missing"]) == ("0.1.0", [])


def test_it_never_holds_a_secret(file):
    with zipfile.ZipFile(file) as packed:
        content = b"".join(packed.read(name) for name in packed.namelist())
    for secret in (conf.SIGNING_SECRET, conf.SECRET_KEY):
        assert secret.encode() not in content


def test_a_file_that_is_there_is_never_written_over(file):
    before = file.read_bytes()
    with pytest.raises(CommandError, match="there already"):
        call_command("backup", str(file))
    assert file.read_bytes() == before


def test_nothing_else_is_left_beside_it(file):
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == [
        "backup.zip"
    ]


def test_a_stored_file_that_is_gone_is_told(file, capsys):
    stored = DocumentFile.objects.get().file
    Path(stored.path).unlink()
    call_command("backup", str(file.with_name("second.zip")))
    assert f"{stored.name} is named" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_said(db, tmp_path):
    with pytest.raises(CommandError, match="No backup was made"):
        call_command("backup", str(tmp_path / "no" / "backup.zip"))


@pytest.mark.skipif("postgresql" not in conf.DATABASES["default"]["ENGINE"], reason="-")
def test_without_postgresqls_programs_it_says_which(tmp_path, monkeypatch):
    monkeypatch.setattr(database_copy.shutil, "which", lambda _name: None)
    with pytest.raises(CommandError, match="pg_dump is not here"):
        call_command("backup", str(tmp_path / "backup.zip"))
    assert list(tmp_path.iterdir()) == []
