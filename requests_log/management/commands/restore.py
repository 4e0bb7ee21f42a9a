from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from consultancy.actions.note_erasures import note_erasures
from consultancy.ledger.checkpoint import checkpoint_text
from consultancy.models import Consultant, Session
from consultancy.safekeeping.archive import BadArchive
from consultancy.safekeeping.errors import SafekeepingError
from consultancy.safekeeping.restore import ensure_room, opened_backup, put_back


class Command(BaseCommand):
    help = (
        "Put a backup in its place, after every byte of it was looked at. Stop both"
        " services first. Everybody is signed out; who was erased since is erased"
        " again; then the ledgers are checked."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--replace", action="store_true", help="even where there is a practice"
        )
        parser.add_argument(
            "--erasures",
            type=Path,
            metavar="LIST",
            help="an erasures.jsonl kept elsewhere; the one beside the data counts too",
        )
        parser.add_argument("--checkpoint", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        before = None
        try:
            ensure_room(replace=options["replace"])
            with opened_backup(options["file"]) as archive:
                before = _remember()
                put_back(archive)
        except (SafekeepingError, BadArchive, OSError) as error:
            raise CommandError(f"Nothing was restored. {error}") from error
        self.stdout.write(f"Restored what was there at {archive.manifest['made_at']}.")
        call_command("migrate", interactive=False, verbosity=0)
        # A session that was ended since must not come back to life.
        Session.objects.all().delete()
        self._erase_again(options["erasures"])
        self._verify(options["checkpoint"], before)

    def _erase_again(self, elsewhere: Path | None) -> None:
        for file in (None, elsewhere) if elsewhere else (None,):
            try:
                call_command("repeat_erasures", list=file, stdout=self.stdout)
            except CommandError as error:
                self.stderr.write(str(error))

    def _verify(self, *checkpoints: Path | None) -> None:
        """Check the ledgers, with each checkpoint there is; exit 1 on a fault."""
        faults = 0
        given: list[Path | None] = [file for file in checkpoints if file]
        for checkpoint in given or [None]:
            if checkpoint:
                self.stdout.write(f"Compared with {checkpoint}:")
            try:
                call_command(
                    "verify_ledger",
                    documents=True,
                    checkpoint=checkpoint,
                    stdout=self.stdout,
                )
            except SystemExit:
                faults += 1
        if faults:
            raise CommandError("It is restored, and it is not all as it should be.")


def _remember() -> Path | None:
    """Keep where the ledgers ended that are replaced, and whom they have erased."""
    now = timezone.now()
    file = settings.DATA_DIR / f"before-restore-{now:%Y%m%dT%H%M%S}.checkpoint.json"
    with suppress(DatabaseError):  # nothing was there yet
        note_erasures()
        consultants = list(Consultant.objects.all())
        if consultants:
            file.write_text(checkpoint_text(consultants, at=now), "utf-8")
            return file
    return None
