from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from consultancy.errors import InstallationReadOnly, StillKept
from consultancy.models import Client, Consultant
from requests_log.actions.erase_consultant import erase_consultant


class Command(BaseCommand):
    help = (
        "Erase a consultant's account for good. Refused while clients are left or"
        " letters of erased ones must be kept. Asks for the address once more."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        consultant = _asked_for(options["email"].lower())
        try:
            erase_consultant(consultant, at=timezone.now())
        except StillKept as error:
            raise CommandError(_what_is_left(consultant)) from error
        except InstallationReadOnly as error:
            raise CommandError(f"SIGNING_SECRET: {error}") from error
        self.stdout.write("The account is erased.")


def _asked_for(address: str) -> Consultant:
    mine = Consultant.objects.filter(user__email=address)
    consultant = mine.select_related("user").first()
    if consultant is None:
        raise CommandError(f"Nobody here has the address {address}.")
    if consultant.user.owns_installation:
        raise CommandError("Whoever owns the installation cannot be erased.")
    if input("The address once more, to confirm: ").strip().lower() != address:
        raise CommandError("That is another address. Nothing was erased.")
    return consultant


def _what_is_left(consultant: Consultant) -> str:
    rows = Client.objects.of(consultant)
    there = rows.filter(restricted_at=None).count()
    kept = rows.exclude(restricted_at=None).count()
    return (
        f"{there} clients are left: erase_client erases each. Of {kept} erased ones"
        " letters are kept as evidence; run_due erases those on their day."
    )
