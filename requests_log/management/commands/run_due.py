import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections, connection
from django.utils import timezone

from consultancy.actions.note_run import note_run
from consultancy.errors import WrongSchema
from consultancy.selectors.schema import refuse_wrong_schema
from requests_log.actions.run_due import run_due


class Command(BaseCommand):
    help = "Do everything that waits for a time: write letters that are pending."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every",
            type=int,
            metavar="SECONDS",
            help="go on for ever, with this pause in between",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            refuse_wrong_schema(connection)
        except WrongSchema as error:
            raise CommandError(str(error)) from error
        self._run()
        while options["every"]:
            time.sleep(options["every"])
            close_old_connections()
            self._run()

    def _run(self) -> None:
        now = timezone.now()
        done = run_due(now=now)
        note_run(now)
        if done.written or done.waiting:
            self.stdout.write(f"{done.written} letters written, {done.waiting} waiting")
        if done.stamped:
            self.stdout.write(f"{done.stamped} letters have their timestamp now")
