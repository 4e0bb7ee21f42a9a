"""Knowing that nothing changed, so that a second run can skip the slow steps."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(paths: Iterable[Path], *, also: str = "") -> str:
    """Return the SHA-256 of the files, those inside folders too, names included."""
    digest = hashlib.sha256(also.encode())
    for path in sorted(_files(paths)):
        digest.update(f"\n{path}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from (inner for inner in path.rglob("*") if inner.is_file())
        elif path.exists():
            yield path


class Stamp:
    """A small file beside a product that says from what the product was made."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def says(self, value: str) -> bool:
        """Say whether the product was made from just this."""
        return self.path.is_file() and self.path.read_text("utf-8") == value

    def write(self, value: str) -> None:
        """Note it once the product is whole, never before."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(value, "utf-8")
