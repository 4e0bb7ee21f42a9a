import getpass
import zoneinfo
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from consultancy.actions.create_consultant import create_consultant
from consultancy.errors import InstallationReadOnly


class Command(BaseCommand):
    help = "Create a user with a practice of his own; asks for the password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", required=True, help="as it signs letters")
        parser.add_argument("--language", choices=["es", "en"], default="es")
        parser.add_argument("--time-zone", default=settings.DEFAULT_TIME_ZONE)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["time_zone"] not in zoneinfo.available_timezones():
            raise CommandError(f"{options['time_zone']} is not a time zone.")
        try:
            create_consultant(
                email=options["email"],
                password=_asked_password(),
                name=options["name"],
                language=options["language"],
                time_zone=options["time_zone"],
                at=timezone.now(),
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except InstallationReadOnly as error:
            raise CommandError(f"SIGNING_SECRET: {error}") from error
        self.stdout.write(f"{options['email']} can sign in now.")


def _asked_password() -> str:
    password = getpass.getpass("Password: ")
    if password != getpass.getpass("Once more: "):
        raise CommandError("The two passwords differ.")
    validate_password(password)
    return password
