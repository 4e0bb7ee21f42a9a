from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import connections

from consultancy.selectors.schema import newer_said, schema_state


class Command(migrate.Command):
    """Django's own; but a database of a newer version is left as it is."""

    def check(self, *args: Any, **options: Any) -> None:
        # What is missing in a database is what this command may well put right.
        super().check(*args, **options | {"databases": None})

    def handle(self, *args: Any, **options: Any) -> None:
        state = schema_state(connections[options["database"]])
        if state.is_newer:
            raise CommandError(newer_said(state))
        super().handle(*args, **options)
