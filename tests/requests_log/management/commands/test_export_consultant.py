import zipfile

import pytest
from django.core.management import CommandError, call_command


def test_everything_of_one_consultant_is_written(bruno, tmp_path):
    file = tmp_path / "all.zip"
    call_command("export_consultant", "MARTA@example.com", str(file))
    assert file.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(file) as packed:
        assert "index.html" in packed.namelist()


def test_a_file_that_is_there_is_never_written_over(marta, tmp_path):
    file = tmp_path / "all.zip"
    file.write_text("earlier")
    with pytest.raises(CommandError, match="exists"):
        call_command("export_consultant", "marta@example.com", str(file))
    assert file.read_text() == "earlier"


def test_an_address_nobody_has_is_refused(db, tmp_path):
    with pytest.raises(CommandError, match="Nobody here"):
        call_command("export_consultant", "eva@example.com", str(tmp_path / "x.zip"))
