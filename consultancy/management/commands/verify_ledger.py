import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from consultancy.ledger.verify import verify_anchors, verify_chain
from consultancy.models import Consultant
from consultancy.selectors.documents import damaged_files
from consultancy.selectors.files import damaged_kept_files


class Command(BaseCommand):
    help = "Walk every ledger; exit 1 and name the first entry that does not hold."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--documents",
            action="store_true",
            help="also compare documents and kept files with their stored bytes",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        consultants = Consultant.objects.order_by("pk")
        sound = [self._check(each, **options) for each in consultants]
        if not all(sound):
            sys.exit(1)

    def _check(self, consultant: Consultant, **options: Any) -> bool:
        report = verify_chain(consultant)
        fault = report.fault or verify_anchors(consultant)
        name = f"{consultant.public_id} ({consultant.name})"
        if fault:
            self.stdout.write(f"{name}: entry {fault.seq}: {fault.why}")
            return False
        self.stdout.write(f"{name}: {report.entries} entries hold")
        return not (options["documents"] and self._damaged(consultant))

    def _damaged(self, consultant: Consultant) -> bool:
        damaged = list(damaged_files(consultant))
        for file in damaged:
            self.stdout.write(f"document {file.document.number}: file changed or gone")
        kept = list(damaged_kept_files(consultant))
        for proof in kept:
            self.stdout.write(f"kept file {proof.pk} ({proof.name}): changed or gone")
        return bool(damaged or kept)
