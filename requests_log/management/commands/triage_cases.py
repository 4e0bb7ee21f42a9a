"""`manage.py triage_cases`: one JSON answer for each case of a file."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from consultancy.strategy_file import Strategy, StrategyFileError, read_strategies
from requests_log.triage.case_lines import CaseLineError, answers
from requests_log.triage.rulebook import RuleFileError, load_rulebook

BAD_INPUT = 2


class Command(BaseCommand):
    help = "Triage cases given as JSON lines; no database is touched."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("cases", help="a file of JSON lines, or - for stdin")
        parser.add_argument("--profiles", nargs="+", type=Path, required=True)
        parser.add_argument("--seeds", type=Path, default=settings.BASE_DIR / "seeds")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            rulebook = load_rulebook(options["seeds"])
            strategies = _strategies(options["profiles"])
            for answer in answers(_lines(options["cases"]), strategies, rulebook):
                self.stdout.write(answer)
        except (OSError, UnicodeError, CaseLineError, RuleFileError) as error:
            raise CommandError(str(error), returncode=BAD_INPUT) from error


def _lines(name: str) -> list[str]:
    if name == "-":
        return sys.stdin.read().split("\n")
    return Path(name).read_text(encoding="utf-8").split("\n")


def _strategies(paths: list[Path]) -> dict[str, Strategy]:
    strategies: dict[str, Strategy] = {}
    for path in paths:
        try:
            read = read_strategies(path.read_text(encoding="utf-8"))
        except StrategyFileError as error:
            raise CommandError(f"{path.name}: {error}", returncode=BAD_INPUT) from error
        strategies.update({strategy.id: strategy for strategy in read})
    return strategies
