from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from consultancy.ledger.checkpoint import checkpoint_text
from consultancy.models import Consultant


class Command(BaseCommand):
    help = (
        "Write where every ledger ends now, for `verify_ledger --checkpoint`."
        " Keep it where nobody who can change this installation can change it too."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a new file; - shows it instead")
        parser.add_argument("--consultant", metavar="ADDRESS", help="of this one alone")

    def handle(self, *args: Any, **options: Any) -> None:
        text = checkpoint_text(_chosen(options["consultant"]), at=timezone.now())
        file: Path = options["file"]
        if str(file) == "-":
            self.stdout.write(text, ending="")
            return
        try:
            with file.open("x", encoding="utf-8") as written:
                written.write(text)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error


def _chosen(address: str | None) -> list[Consultant]:
    everybody = Consultant.objects.order_by("pk")
    if address is None:
        return list(everybody)
    found = list(everybody.filter(user__email=address.lower()))
    if not found:
        raise CommandError(f"Nobody here has the address {address}.")
    return found
