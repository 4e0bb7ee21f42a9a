"""Files that survive a power cut once their name is known to the database."""

import os
from contextlib import suppress
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

UNFINISHED = ".part"  # a file's name until all of it is on the disk


class DurableFileSystemStorage(FileSystemStorage):
    """Local files: whole, flushed to the disk and named, before `save` returns.

    A crash leaves a file under its own name whole or not at all.
    """

    def _save(self, name: str, content: File) -> str:
        part: str = super()._save(name + UNFINISHED, content)  # type: ignore[misc]  # not in stubs
        saved = part.removesuffix(UNFINISHED)
        path = Path(self.path(saved))
        try:
            _flush(Path(self.path(part)), os.O_RDONLY)
            Path(self.path(part)).rename(path)
            self._flush_folders(path)
        except OSError:
            with suppress(OSError):
                self.delete(part)
            raise
        return saved

    def _flush_folders(self, path: Path) -> None:
        """Flush every folder above PATH: each holds the name of the one below it.

        Those that were there before as well: another process may have made them just
        now, and may not have come to flush them yet.
        """
        top = Path(self.location)
        for folder in path.parents:
            _flush(folder, os.O_RDONLY | os.O_DIRECTORY)
            if folder == top.parent:
                return


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
