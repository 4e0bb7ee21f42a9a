from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from consultancy.actions.make_last import make_last
from consultancy.actions.write_down import SYSTEM
from consultancy.errors import InstallationReadOnly
from consultancy.forms.lasting import unchanged, why_not
from consultancy.paper.errors import NotLasting
from consultancy.selectors.lasting import issued_letter


class Command(BaseCommand):
    help = (
        "Add to an issued letter its certificates and what their issuers say of them"
        " now (PAdES B-LT), as a further file."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the consultant's address")
        parser.add_argument("number", help="of the letter, as 2026-0007")

    def handle(self, *args: Any, **options: Any) -> None:
        document = issued_letter(options["email"], options["number"])
        if document is None:
            raise CommandError(f"No letter {options['number']} was issued there.")
        try:
            file = make_last(document, at=timezone.now(), actor=SYSTEM)
        except NotLasting as error:
            raise CommandError(f"{why_not(error)} {unchanged()}") from error
        except InstallationReadOnly as error:
            raise CommandError(f"SIGNING_SECRET: {error}") from error
        self.stdout.write(f"{document.number} {file.sha256}")
