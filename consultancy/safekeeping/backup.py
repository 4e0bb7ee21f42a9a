"""All of an installation in one file: database, letters, kept files, logos, and the
keys as they are, wrapped. Never the secrets."""

import tempfile
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection, models
from django.db.migrations.recorder import MigrationRecorder

from consultancy.ledger.chain import utc_text
from consultancy.models import LedgerHead

from .database_copy import copy_database, copy_name
from .packing import new_archive

FORMAT = "por-escrito-backup-1"
FILES = "files/"  # before the name that the storage knows a file by


def back_up(file: Path, *, at: datetime) -> list[str]:
    """Write FILE, which must not be there yet, and return the names of stored files
    that are gone. Raises SafekeepingError, BadArchive, OSError."""
    gone: list[str] = []
    told: dict[str, Any] = {
        "format": FORMAT,
        "made_at": utc_text(at),
        "app_version": app_version(),
        "engine": connection.vendor,
        "migrations": applied_migrations(),
        "missing": gone,
    }
    with (
        tempfile.TemporaryDirectory(dir=file.parent, prefix=".backup-") as aside,
        new_archive(file, told=told) as archive,
    ):
        copy = Path(aside) / copy_name()
        copy_database(copy)
        # A file is stored before a row names it: the copy names none that is not here.
        told["heads"] = _heads()
        with copy.open("rb") as source:
            archive.add(copy.name, source)
        for name in stored_names():
            try:
                with default_storage.open(name) as stored:
                    archive.add(FILES + name, stored)
            except FileNotFoundError:
                gone.append(name)
    return gone


def stored_names() -> Iterator[str]:
    """Yield the name of every file that a row of any table names."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:  # noqa: SLF001 - how a table is read
            if isinstance(field, models.FileField):
                named = model._default_manager.exclude(**{field.name: ""})  # noqa: SLF001
                names = named.order_by("pk").values_list(field.name, flat=True)
                yield from names.iterator()


def applied_migrations() -> list[str]:
    """Return what was done to the tables, as "app.name"."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)


def app_version() -> str:
    """Return the version of this app."""
    text = (settings.BASE_DIR / "pyproject.toml").read_text("utf-8")
    return str(tomllib.loads(text)["project"]["version"])


def _heads() -> list[dict[str, Any]]:
    heads = LedgerHead.objects.select_related("consultant").order_by("pk")
    return [
        {"chain": str(head.consultant.public_id), "seq": head.seq, "hash": head.hash}
        for head in heads
    ]
