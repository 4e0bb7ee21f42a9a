from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from consultancy.models import Consultant
from consultancy.safekeeping.archive import BadArchive, open_archive
from requests_log.export.bundle import bundle_of


class Command(BaseCommand):
    help = "Write everything of one consultant into a zip to take along."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("file", type=Path, help="a new file, ending in .zip")

    def handle(self, *args: Any, **options: Any) -> None:
        mine = Consultant.objects.filter(user__email=options["email"].lower())
        consultant = mine.select_related("user").first()
        if consultant is None:
            raise CommandError(f"Nobody here has the address {options['email']}.")
        file: Path = options["file"]
        try:
            with file.open("xb") as written:
                file.chmod(0o600)
                written.writelines(bundle_of(consultant, at=timezone.now()))
            with open_archive(file) as archive:
                archive.verify()
        except (OSError, BadArchive) as error:
            raise CommandError(f"{file}: {error}") from error
        self.stdout.write(
            f"{file}: {file.stat().st_size:,} bytes, read again and whole"
        )
