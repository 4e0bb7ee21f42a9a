"""A backup back in its place: looked at whole before anything is touched."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from consultancy.models import Consultant

from .archive import Archive, BadArchive, open_archive
from .backup import FILES, FORMAT
from .database_copy import copy_name, ensure_copy_fits, put_database
from .errors import SafekeepingError


def ensure_room(*, replace: bool) -> None:
    """Refuse to put a backup over something. Raises SafekeepingError."""
    if not replace and not _is_empty():
        raise SafekeepingError(
            "There is a practice here, or files are. A backup would take their place:"
            " stop both services, make a backup of what is here, then say --replace."
        )


@contextmanager
def opened_backup(file: Path) -> Iterator[Archive]:
    """Open a backup that may be restored here, every byte of it read and compared.
    Raises SafekeepingError, BadArchive, OSError."""
    with open_archive(file) as archive:
        _ensure_it_is_ours(archive)
        archive.verify()
        yield archive


def put_back(archive: Archive) -> None:
    """Replace database and files by those of the backup.

    Raises SafekeepingError and BadArchive before anything is replaced.
    """
    files = Path(settings.MEDIA_ROOT)
    files.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=files.parent, prefix=".restore-") as aside:
        staged, former = Path(aside) / "files", Path(aside) / "former"
        copy = Path(aside) / copy_name()
        staged.mkdir()
        archive.extract(copy.name, copy)
        ensure_copy_fits(copy, archive.manifest["migrations"])
        for name in archive.entries:
            if name.startswith(FILES):
                archive.extract(name, staged / name.removeprefix(FILES))
        put_database(copy)
        if files.exists():
            files.rename(former)
        staged.rename(files)


def _is_empty() -> bool:
    files = Path(settings.MEDIA_ROOT)
    try:
        has_people = Consultant.objects.exists()
    except DatabaseError:
        has_people = False  # not migrated yet
    return not has_people and not (files.exists() and any(files.iterdir()))


def _ensure_it_is_ours(archive: Archive) -> None:
    told = archive.manifest
    if told.get("format") != FORMAT:
        raise BadArchive(f"its format is {told.get('format')!r}, not {FORMAT!r}")
    if told.get("engine") != connection.vendor or copy_name() not in archive.entries:
        raise SafekeepingError(
            f"It is a backup of {told.get('engine')}; this installation uses"
            f" {connection.vendor}. Set DATABASE_URL to a database of that kind."
        )
    if any(
        name != copy_name() and not name.startswith(FILES) for name in archive.entries
    ):
        raise BadArchive("it holds files that no backup holds")
    _ensure_known(told.get("migrations"))
    _ensure_there_is_room(archive)


def _ensure_known(migrations: object) -> None:
    loader = MigrationLoader(None)
    known = {f"{app}.{name}" for app, name in loader.disk_migrations}
    if not isinstance(migrations, list):
        raise BadArchive("its manifest tells no migrations")
    newer = sorted(str(name) for name in migrations if name not in known)
    if newer:
        raise SafekeepingError(
            f"It was made by a newer version: {', '.join(newer)} is not known here."
            " Install that version, or a newer one, and restore again."
        )


def _ensure_there_is_room(archive: Archive) -> None:
    files = Path(settings.MEDIA_ROOT)
    place = next(folder for folder in (files, *files.parents) if folder.exists())
    needed = sum(entry["size"] for entry in archive.entries.values())
    free = shutil.disk_usage(place).free
    if needed > free:
        raise SafekeepingError(f"It needs {needed:,} bytes; {free:,} are free here.")
