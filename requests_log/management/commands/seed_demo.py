from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from requests_log.actions.load_demo import load_demo

FILE = settings.SEEDS_DIR / "demo" / "marta.yaml"


class Command(BaseCommand):
    help = "Load the example practice, once; only where DEMO is set."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("DEMO is not set: the demo user could not sign in.")
        loaded = load_demo(FILE, now=timezone.now())
        self.stdout.write("The demo is loaded." if loaded else "The demo is there.")
