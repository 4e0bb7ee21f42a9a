import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from consultancy.actions.keep_file import Upload, keep_file
from consultancy.actions.sweep_files import KEPT_FOR, UNFINISHED_FOR, sweep_files
from tests.people import NOW

MOMENT = timedelta(minutes=1)


def stored(name, age, content=b"x"):
    """Store a file AGE before NOW."""
    kept = default_storage.save(name, ContentFile(content))
    dated(kept, age)
    return kept


def dated(name, age):
    at = (NOW - age).timestamp()
    os.utime(default_storage.path(name), (at, at))


def left():
    files = Path(default_storage.location).rglob("*")
    return sorted(path.name for path in files if path.is_file())


@pytest.mark.django_db
def test_what_a_crash_left_goes_after_a_while(marta):
    stored("documents/a/2026/old.pdf", KEPT_FOR + MOMENT)
    stored("documents/a/2026/new.pdf", KEPT_FOR - MOMENT)
    stored("kept/a/half.part", UNFINISHED_FOR + MOMENT)
    stored("kept/a/being_written.part", UNFINISHED_FOR - MOMENT)
    assert sweep_files(now=NOW) == 2
    assert left() == ["being_written.part", "new.pdf"]


def test_what_a_row_names_stays_however_old(marta):
    upload = Upload("acta.pdf", "application/pdf", b"%PDF-1.7 acta")
    kept = keep_file(marta, upload=upload, at=NOW)
    dated(kept.file.name, KEPT_FOR * 100)
    assert sweep_files(now=NOW) == 0
    assert default_storage.exists(kept.file.name)


def test_once_a_day_is_enough(marta):
    assert sweep_files(now=NOW) == 0
    stored("documents/a.pdf", KEPT_FOR * 2)
    assert sweep_files(now=NOW + timedelta(hours=23)) == 0
    assert sweep_files(now=NOW + timedelta(hours=25)) == 1


def test_a_disk_that_lets_nothing_go_does_not_stop_the_others(marta, monkeypatch):
    stored("documents/a.pdf", KEPT_FOR * 2)
    stored("documents/b.pdf", KEPT_FOR * 2)

    def refuse(_name):
        raise PermissionError

    monkeypatch.setattr(default_storage, "delete", refuse)
    assert sweep_files(now=NOW) == 0
    assert left() == ["a.pdf", "b.pdf"]
