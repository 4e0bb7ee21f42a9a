import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from consultancy.actions.note_run import note_run
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
