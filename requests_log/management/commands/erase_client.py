from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from consultancy.errors import (
    AlreadyErased,
    ConsultancyError,
    InstallationReadOnly,
    LetterBeingWritten,
    OnHold,
)
from consultancy.models import Client, ErasureGround
from consultancy.models.name_key import name_key
from requests_log.actions.erase_client import erase_client

WHY_NOT: dict[type[ConsultancyError], str] = {
    OnHold: "There is a hold; the consultant lifts it on the client's page.",
    LetterBeingWritten: "A letter is being written. Try again in a minute.",
    AlreadyErased: "This client was erased before.",
    InstallationReadOnly: "The signing secret is missing or wrong.",
}


class Command(BaseCommand):
    help = (
        "Erase a client for good, but for letters that are evidence until their day."
        " Asks for the client's name."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("client", type=int, help="the number in the page's address")
        parser.add_argument("--ground", choices=ErasureGround.values, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        client = _asked_for(options["client"])
        now = timezone.now()
        try:
            erasure = erase_client(
                client, ground=options["ground"], today=now.date(), at=now
            )
        except ConsultancyError as error:
            raise CommandError(WHY_NOT[type(error)]) from error
        self.stdout.write(
            "The client is erased."
            if erasure.done_at
            else f"The client is erased. Letters are kept until {erasure.keep_until}."
        )


def _asked_for(number: int) -> Client:
    rows = Client.objects.select_related("consultant__user")
    client = rows.filter(pk=number, restricted_at=None).first()
    if client is None:
        raise CommandError(f"There is no client {number}.")
    typed = input(f"Of {client.consultant.name}. The client's name, to confirm: ")
    if name_key(typed) != name_key(client.name):
        raise CommandError("That is not the client's name. Nothing was erased.")
    return client
