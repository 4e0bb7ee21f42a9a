"""`manage.py check_rules`: load the rulebook and run every example."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from requests_log.triage.examples import misbehaving
from requests_log.triage.rulebook import RuleFileError, load_rulebook


class Command(BaseCommand):
    help = "Load every rule and run its examples; exit 1 when something is wrong."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--seeds", type=Path, default=settings.BASE_DIR / "seeds")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            rulebook = load_rulebook(options["seeds"])
        except RuleFileError as error:
            raise CommandError(str(error)) from error
        wrong = list(misbehaving(rulebook))
        for case in wrong:
            wanted = "should fire" if case.should_fire else "should stay quiet"
            self.stdout.write(f"{case.rule}.yaml:{case.line}: {wanted}: {case.text}")
        count = sum(len(rule.examples) for rule in rulebook.rules)
        rules = len(rulebook.rules)
        if wrong:
            raise CommandError(f"{len(wrong)} of {count} examples misbehave")
        self.stdout.write(f"{rules} rules, {count} examples, {rulebook.fingerprint}")
