from typing import Any

from django.core.management.base import BaseCommand

from consultancy.translations import compile_catalogues


class Command(BaseCommand):
    help = "Compile the translations whose .po file has changed."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        for path in compile_catalogues():
            self.stdout.write(f"compiled {path.parent.parent.name}")
