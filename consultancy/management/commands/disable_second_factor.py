from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from consultancy.actions.disable_second_factor import disable_second_factor
from consultancy.actions.write_down import SYSTEM
from consultancy.errors import InstallationReadOnly
from consultancy.models import Consultant


class Command(BaseCommand):
    help = "Let a user in by his password alone: he lost authenticator and codes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        mine = Consultant.objects.filter(user__email=options["email"].lower())
        consultant = mine.select_related("user").first()
        if consultant is None:
            raise CommandError(f"Nobody here has the address {options['email']}.")
        try:
            disable_second_factor(consultant, at=timezone.now(), actor=SYSTEM)
        except InstallationReadOnly as error:
            raise CommandError(f"SIGNING_SECRET: {error}") from error
        self.stdout.write(f"{options['email']} signs in by password alone now.")
