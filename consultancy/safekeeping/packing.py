"""An archive is written: aside, read again, and only then called by its name; or piece
by piece while it is sent. Pure."""

import hashlib
import json
import os
import secrets
import shutil
import stat
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from .archive import (
    CHUNK,
    MANIFEST,
    METHODS,
    manifest_sum,
    open_archive,
    private_file,
)

# What is packed already would only cost time.
PACKED = (".pdf", ".png", ".jpg", ".jpeg", ".zip", ".pgdump")


@dataclass
class ArchiveWriter:
    """An archive while it is written."""

    _zip: zipfile.ZipFile
    entries: list[dict[str, Any]] = field(default_factory=list)

    def add(self, name: str, source: IO[bytes]) -> str:
        """Copy SOURCE into the archive; return its SHA-256."""
        with self.entry(name) as target:
            shutil.copyfileobj(source, target, CHUNK)
        return str(self.entries[-1]["sha256"])

    def finish(self, told: Mapping[str, Any]) -> None:
        """Write the manifest, which says TOLD and what is in the archive."""
        manifest = {**told, "entries": self.entries}
        text = json.dumps(manifest | {"sha256": manifest_sum(manifest)}, indent=1)
        self._zip.writestr(MANIFEST, text)

    @contextmanager
    def entry(self, name: str) -> Iterator[IO[bytes]]:
        """Write one file piece by piece."""
        info = zipfile.ZipInfo(name)
        info.external_attr = (stat.S_IFREG | 0o600) << 16
        packed = name.endswith(PACKED)
        info.compress_type = METHODS[0] if packed else METHODS[1]
        with self._zip.open(info, "w", force_zip64=True) as target:
            counted = _Counted(target)
            yield counted  # type: ignore[misc]  # it is written to, no more
        told = {"name": name, "size": counted.size, "sha256": counted.sum.hexdigest()}
        self.entries.append(told)


def streamed(
    pieces: Iterable[tuple[str, Iterable[bytes]]], *, told: Mapping[str, Any]
) -> Iterator[bytes]:
    """Yield an archive of PIECES (name, content in parts) while it is written, so that
    none of it is ever whole in memory. TOLD is looked at in the end."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w") as packed:  # type: ignore[call-overload]
        writer = ArchiveWriter(packed)
        for name, parts in pieces:
            with writer.entry(name) as target:
                for part in parts:
                    target.write(part)
                    yield pipe.taken()
        writer.finish(told)
    yield pipe.taken()


class _Pipe:
    """What is written to it is taken from it; nobody can go back in it."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""

    def taken(self) -> bytes:
        parts, self._parts = self._parts, []
        return b"".join(parts)


class _Counted:
    """Counts and sums what is written through it."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target
        self.size, self.sum = 0, hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.size += len(data)
        self.sum.update(data)
        return self._target.write(data)


@contextmanager
def new_archive(file: Path, *, told: Mapping[str, Any]) -> Iterator[ArchiveWriter]:
    """Write an archive whose manifest says TOLD and what is in it. FILE is there when
    the block ends and all of it was read again, or not at all."""
    aside = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        with private_file(aside) as target, zipfile.ZipFile(target, "w") as packed:
            writer = ArchiveWriter(packed)
            yield writer
            writer.finish(told)
        with open_archive(aside) as written:
            written.verify()
        aside.rename(file)
        _flush_folder(file.parent)
    finally:
        aside.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
