from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from consultancy.actions.rotate_secret import rotate_secret
from consultancy.errors import KeyNotOpened
from consultancy.paper.keys import LEAST_SECRET_BYTES


class Command(BaseCommand):
    help = (
        "Wrap every signing key by a new secret, all or none. Stop the app first;"
        " afterwards start it with the new secret."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "new_secret_file", type=Path, help="holds the new secret, 32 bytes or more"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.SIGNING_SECRET:
            raise CommandError("The secret in use, SIGNING_SECRET, is not set.")
        new_secret = _secret_in(options["new_secret_file"])
        if new_secret == settings.SIGNING_SECRET:
            raise CommandError("That is the secret in use.")
        try:
            count = rotate_secret(
                secret=settings.SIGNING_SECRET.encode(), new_secret=new_secret.encode()
            )
        except KeyNotOpened as error:
            raise CommandError(
                f"The secret in use does not open the key {error}. Nothing was changed."
            ) from error
        self.stdout.write(
            f"{count} keys are wrapped by the new secret. Set SIGNING_SECRET or"
            " SIGNING_SECRET_FILE to it and start the app; keep the old secret as long"
            " as backups made before this moment may be restored."
        )


def _secret_in(file: Path) -> str:
    """Return the secret as the settings would read it."""
    try:
        secret = file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{file} cannot be read: {error}") from error
    if len(secret.encode()) < LEAST_SECRET_BYTES:
        raise CommandError(f"{file} holds less than {LEAST_SECRET_BYTES} bytes.")
    return secret
