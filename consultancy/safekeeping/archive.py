"""A zip with a manifest that names every file in it with its SHA-256. Pure.

Read as something that a stranger may have made: nothing is believed before all of it
was looked at.
"""

import hashlib
import json
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from consultancy.ledger.chain import NotCanonical, canonical

MANIFEST = "manifest.json"
CHUNK = 1 << 20
LARGEST_MANIFEST = 200_000_000
LONGEST_NAME = 300
# A database seldom shrinks to a tenth; what shrinks to a hundredth is a bomb.
HARMLESS, MOST_TIMES = 200_000_000, 100
PLAIN_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)


class BadArchive(Exception):
    """The file is not what it should be; the message says what was found."""


@contextmanager
def private_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a new file that only its owner reads; on the disk when the block ends."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w+b") as target:
        yield target
        target.flush()
        os.fsync(target.fileno())


def manifest_sum(manifest: Mapping[str, Any]) -> str:
    """Return the SHA-256 of what a manifest says. Raises BadArchive."""
    try:
        return hashlib.sha256(canonical(dict(manifest))).hexdigest()
    except NotCanonical as error:
        raise BadArchive("its manifest holds what no manifest holds") from error


@dataclass(frozen=True)
class Archive:
    """An archive whose headers and manifest agree; the bytes are not read yet."""

    _zip: zipfile.ZipFile
    manifest: dict[str, Any]

    @property
    def entries(self) -> dict[str, dict[str, Any]]:
        return {entry["name"]: entry for entry in self.manifest["entries"]}

    def verify(self) -> None:
        """Read all of it. Raises BadArchive for the first file that is another."""
        for name in self.entries:
            for _chunk in self.chunks(name):
                pass

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a file piece by piece. Raises BadArchive when it is not the one that
        the manifest means; nothing beyond its size is ever read."""
        told, seen, summed = self.entries[name], 0, hashlib.sha256()
        try:
            with self._zip.open(name) as source:
                while chunk := source.read(CHUNK):
                    seen += len(chunk)
                    if seen > told["size"]:
                        raise BadArchive(f"{name} is larger than it says")
                    summed.update(chunk)
                    yield chunk
        except UNREADABLE as error:
            raise BadArchive(f"{name} cannot be read: {error}") from error
        if summed.hexdigest() != told["sha256"]:
            raise BadArchive(f"{name} was changed")

    def extract(self, name: str, target: Path) -> None:
        """Write a file to a new place, flushed to the disk."""
        target.parent.mkdir(parents=True, exist_ok=True)
        with private_file(target) as written:
            for chunk in self.chunks(name):
                written.write(chunk)


@contextmanager
def open_archive(file: Path) -> Iterator[Archive]:
    """Open what may be an archive. Raises BadArchive."""
    try:
        with zipfile.ZipFile(file) as packed:
            _ensure_harmless(packed, file.stat().st_size)
            manifest = _manifest(packed)
            _ensure_they_agree(packed, manifest)
            yield Archive(packed, manifest)
    except (zipfile.BadZipFile, RuntimeError, EOFError) as error:
        raise BadArchive(f"it is not a whole zip file: {error}") from error


def _ensure_harmless(packed: zipfile.ZipFile, size: int) -> None:
    names = [info.filename for info in packed.infolist()]
    if len(set(names)) < len(names):
        raise BadArchive("it holds two files of one name")
    for info in packed.infolist():
        _ensure_plain(info)
    total = sum(info.file_size for info in packed.infolist())
    if total > HARMLESS and total > MOST_TIMES * size:
        raise BadArchive("it would grow a hundredfold: a zip bomb")


def _ensure_plain(info: zipfile.ZipInfo) -> None:
    # `orig_filename` is the name before zipfile made it look harmless.
    name = info.orig_filename
    parts = name.split("/")
    if len(name) > LONGEST_NAME or not all(map(PLAIN_PART.fullmatch, parts)):
        raise BadArchive(f"it holds a file with a name it may not have: {name[:80]!r}")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise BadArchive(f"{name} is a link or something else that is no file")
    if info.flag_bits & ENCRYPTED or info.compress_type not in METHODS:
        raise BadArchive(f"{name} is packed in a way that is not known here")


def _manifest(packed: zipfile.ZipFile) -> dict[str, Any]:
    try:
        info = packed.getinfo(MANIFEST)
    except KeyError as error:
        raise BadArchive("it has no manifest") from error
    if info.file_size > LARGEST_MANIFEST:
        raise BadArchive("its manifest is too large")
    try:
        manifest = json.loads(packed.read(MANIFEST))
    except (*UNREADABLE, RecursionError) as error:
        raise BadArchive("its manifest cannot be read") from error
    if not isinstance(manifest, dict) or not isinstance(manifest.get("entries"), list):
        raise BadArchive("its manifest says nothing")
    if manifest.pop("sha256", None) != manifest_sum(manifest):
        raise BadArchive("its manifest was changed")
    return manifest


def _ensure_they_agree(packed: zipfile.ZipFile, manifest: dict[str, Any]) -> None:
    """Compare what the manifest names with what the headers say is there."""
    try:
        told = {entry["name"]: entry["size"] for entry in manifest["entries"]}
        if not all(isinstance(entry["sha256"], str) for entry in manifest["entries"]):
            raise BadArchive("its manifest names no sums")
    except (KeyError, TypeError) as error:
        raise BadArchive("its manifest cannot be understood") from error
    there = {info.filename: info.file_size for info in packed.infolist()}
    there.pop(MANIFEST)
    for name in sorted(told.keys() ^ there.keys()):
        where = "missing" if name in told else "in it unnamed"
        raise BadArchive(f"{name} is {where}")
    for name, size in told.items():
        if there[name] != size:
            raise BadArchive(f"{name} has another size than the manifest says")
