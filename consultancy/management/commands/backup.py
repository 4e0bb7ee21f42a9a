from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from consultancy.safekeeping.archive import BadArchive
from consultancy.safekeeping.backup import back_up
from consultancy.safekeeping.errors import SafekeepingError


class Command(BaseCommand):
    help = (
        "Write everything into one file, read again before it gets its name: database,"
        " letters, kept files, logos, wrapped keys. Never the secrets."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a new file, ending in .zip")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"].absolute()
        if file.exists():
            raise CommandError(f"{file} is there already; choose another name.")
        try:
            gone = back_up(file, at=timezone.now())
        except (SafekeepingError, BadArchive, OSError) as error:
            raise CommandError(f"No backup was made. {error}") from error
        self.stdout.write(
            f"{file}: {file.stat().st_size:,} bytes, read again and whole"
        )
        for name in gone:
            self.stdout.write(f"  {name} is named in the database and not on the disk")
