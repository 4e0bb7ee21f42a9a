import errno
import os
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from consultancy import storage
from consultancy.storage import DurableFileSystemStorage


def test_a_file_and_its_folder_are_on_the_disk_before_save_returns(
    tmp_path, monkeypatch
):
    flushed = []
    real = os.fsync

    def seen(descriptor):
        flushed.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        real(descriptor)

    monkeypatch.setattr(storage.os, "fsync", seen)
    kept = DurableFileSystemStorage(location=tmp_path)
    kept.save("a/b.pdf", ContentFile(b"x"))
    assert flushed == [str(tmp_path / "a" / "b.pdf"), str(tmp_path / "a")]


def test_a_full_disk_is_said_not_hidden(tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(storage.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        DurableFileSystemStorage(location=tmp_path).save("b.pdf", ContentFile(b"x"))
