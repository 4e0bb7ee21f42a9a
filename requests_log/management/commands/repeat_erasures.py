from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from consultancy.actions.note_erasures import noted_erasures
from requests_log.actions.repeat_erasures import repeat_erasures


class Command(BaseCommand):
    help = "Erase again whoever the list of erasures names and a backup brought back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--list", type=Path, help="default: erasures.jsonl beside the data"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        file = options["list"] or settings.ERASURES_FILE
        if options["list"] and not file.is_file():
            raise CommandError(f"{file} is not there.")
        done = repeat_erasures(noted_erasures(file), at=timezone.now())
        self.stdout.write(f"{done.erased} erased again")
        if done.failed:
            raise CommandError(
                f"Clients {', '.join(map(str, done.failed))} could not be erased again:"
                " a hold, a letter not written yet, or a wrong signing secret. Put that"
                " right, then run repeat_erasures."
            )
