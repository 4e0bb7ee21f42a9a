import errno
import os
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from consultancy import storage
from consultancy.storage import DurableFileSystemStorage


def test_a_file_and_every_new_folder_are_on_the_disk_before_save_returns(
    tmp_path, monkeypatch
):
    flushed = []
    real = os.fsync

    def seen(descriptor):
        flushed.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        real(descriptor)

    monkeypatch.setattr(storage.os, "fsync", seen)
    top = tmp_path / "files"
    DurableFileSystemStorage(location=top).save("a/2026/b.pdf", ContentFile(b"x"))
    file = top / "a" / "2026" / "b.pdf"
    folders = [top / "a" / "2026", top / "a", top, tmp_path]
    assert flushed == [f"{file}.part", *map(str, folders)]
    assert file.read_bytes() == b"x"


def test_a_file_has_its_own_name_only_when_all_of_it_is_there(tmp_path, monkeypatch):
    there = []
    real = os.fsync

    def seen(descriptor):
        there.append([path.name for path in tmp_path.iterdir()])
        real(descriptor)

    monkeypatch.setattr(storage.os, "fsync", seen)
    DurableFileSystemStorage(location=tmp_path).save("b.pdf", ContentFile(b"x"))
    assert there[0] == ["b.pdf.part"]
    assert there[1] == ["b.pdf"]


def test_a_full_disk_is_said_not_hidden_and_nothing_by_half_stays(
    tmp_path, monkeypatch
):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(storage.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        DurableFileSystemStorage(location=tmp_path).save("b.pdf", ContentFile(b"x"))
    assert list(tmp_path.iterdir()) == []
