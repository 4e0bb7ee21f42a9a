import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from consultancy.paper.errors import ChildError
from consultancy.selectors.verification import CHANGED, GENUINE, verify_file
from consultancy.web.answers import told

NOT_LOOKED_AT = 3


class Command(BaseCommand):
    help = (
        "Say of a PDF what /verify says. Exit 0: genuine; 1: changed; 2: not issued"
        " here; 3: could not be looked at."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            verification = verify_file(path.read_bytes())
        except OSError as error:
            reason = f"{path}: {error.strerror}"
            raise CommandError(reason, returncode=NOT_LOOKED_AT) from error
        except ChildError as error:
            raise CommandError(str(error), returncode=NOT_LOOKED_AT) from error
        said = told(verification)
        for line in (f"{said.title}.", said.text, *said.notes):
            self.stdout.write(line)
        if verification.signer:
            self.stdout.write(f"Signed by {verification.signer}.")
        self.stdout.write(f"SHA-256 {verification.sha256}")
        answer = verification.answer
        sys.exit(0 if answer in GENUINE else 1 if answer in CHANGED else 2)
