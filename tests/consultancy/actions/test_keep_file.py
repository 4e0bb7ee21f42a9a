from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction

from consultancy.actions.keep_file import (
    HELD_FOR,
    Upload,
    forget_unused_files,
    keep_file,
    use_files,
)
from consultancy.errors import FilesGone, NoRoomForFiles
from consultancy.models import KeptFile
from tests.people import NOW

UPLOAD = Upload("captura.png", "image/png", b"abc")


@pytest.fixture
def kept(marta):
    return keep_file(marta, upload=UPLOAD, at=NOW)


def test_a_file_is_stored_as_it_came(kept):
    assert kept.file.read() == b"abc"
    assert kept.facts == {
        "name": "captura.png",
        "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "size": 3,
    }


def test_a_full_practice_takes_no_more(kept, marta, nadia, settings):
    settings.KEPT_FILES_LIMIT = 5
    with pytest.raises(NoRoomForFiles):
        keep_file(marta, upload=UPLOAD, at=NOW)
    assert keep_file(nadia, upload=UPLOAD, at=NOW)


def test_without_a_row_no_file_stays(marta, monkeypatch, settings):
    def refuse(*_args, **_kwargs):
        raise DatabaseError

    monkeypatch.setattr(KeptFile.objects, "create", refuse)
    with pytest.raises(DatabaseError):
        keep_file(marta, upload=UPLOAD, at=NOW)
    assert not [p for p in Path(settings.MEDIA_ROOT).rglob("*") if p.is_file()]


def test_a_file_is_used_once(kept):
    use_files([kept], at=NOW)
    with pytest.raises(FilesGone), transaction.atomic():
        use_files([kept], at=NOW)


def test_what_nobody_used_is_forgotten_after_a_while(kept, marta):
    used = keep_file(marta, upload=UPLOAD, at=NOW)
    use_files([used], at=NOW)
    assert forget_unused_files(now=NOW + HELD_FOR) == 0
    assert forget_unused_files(now=NOW + HELD_FOR + timedelta(seconds=1)) == 1
    assert list(KeptFile.objects.all()) == [used]
    assert forget_unused_files(now=NOW + 9 * HELD_FOR) == 0
    assert not Path(kept.file.path).exists()
    assert Path(used.file.path).exists()


def test_a_disk_that_lets_nothing_go_does_not_stop_the_others(kept, marta, monkeypatch):
    keep_file(marta, upload=UPLOAD, at=NOW)

    def refuse(_name):
        raise PermissionError

    monkeypatch.setattr(default_storage, "delete", refuse)
    assert forget_unused_files(now=NOW + HELD_FOR * 2) == 2
    assert not KeptFile.objects.exists()
