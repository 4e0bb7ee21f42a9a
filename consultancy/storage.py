"""Files that survive a power cut once their name is known to the database."""

import os
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


class DurableFileSystemStorage(FileSystemStorage):
    """Local files, flushed to the disk before `save` returns."""

    def _save(self, name: str, content: File) -> str:
        saved: str = super()._save(name, content)  # type: ignore[misc]  # not in stubs
        path = Path(self.path(saved))
        _flush(path, os.O_RDONLY)
        # The folder holds the name: without this the file may be there, nameless.
        _flush(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        return saved


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
