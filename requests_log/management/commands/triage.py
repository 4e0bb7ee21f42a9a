"""`manage.py triage`: what the rules say of one message, for a person to read."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from consultancy.strategy_file import Strategy, StrategyFileError, read_strategies
from requests_log.triage.engine import triage
from requests_log.triage.findings import Finding, Span, Triage
from requests_log.triage.rulebook import Rulebook, RuleFileError, load_rulebook

BAD_INPUT = 2


class Command(BaseCommand):
    help = "Triage one message, with the words that fired marked."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text")
        parser.add_argument("--profile", type=Path, help="a YAML file of strategies")
        parser.add_argument("--id", help="which strategy of the file")
        parser.add_argument("--wanted-in-days", type=int)
        parser.add_argument("--seeds", type=Path, default=settings.BASE_DIR / "seeds")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            rulebook = load_rulebook(options["seeds"])
        except RuleFileError as error:
            raise CommandError(str(error), returncode=BAD_INPUT) from error
        answer = triage(
            options["text"],
            strategy=_strategy(options["profile"], options["id"]),
            wanted_in_days=options["wanted_in_days"],
            rulebook=rulebook,
        )
        for line in _report(options["text"], answer, rulebook):
            self.stdout.write(line)


def _strategy(path: Path | None, wanted: str | None) -> Strategy | None:
    if path is None:
        return None
    try:
        strategies = read_strategies(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, StrategyFileError) as error:
        raise CommandError(f"{path.name}: {error}", returncode=BAD_INPUT) from error
    for strategy in strategies:
        if wanted is None or strategy.id == wanted:
            return strategy
    raise CommandError(f"{path.name}: no strategy {wanted!r}", returncode=BAD_INPUT)


def _report(text: str, answer: Triage, rulebook: Rulebook) -> list[str]:
    if answer.language is None:
        return ["no rule could read this"]
    lines = [answer.verdict if answer.findings else "no rule objects"]
    for finding in answer.findings:
        lines.extend(_finding_lines(text, finding, rulebook, answer.language))
    for aside in answer.set_aside:
        cue = aside.cue_span
        quote = text[cue.start : cue.end] if cue else ""
        lines.append(f"set aside: {aside.finding.rule} ({aside.cue}: {quote!r})")
    return lines


def _finding_lines(
    text: str, finding: Finding, rulebook: Rulebook, language: str
) -> list[str]:
    title = rulebook.rule(finding.rule).title[language]
    lines = [f"- {finding.rule} ({finding.severity}): {title}"]
    if finding.strategy_field:
        lines.append(f"  {finding.strategy_field}: {finding.strategy_line}")
    return [*lines, f"  {_marked(text, finding.spans)}"]


def _marked(text: str, spans: tuple[Span, ...]) -> str:
    marked, last = [], 0
    for span in spans:
        if span.start >= last:
            quote = text[span.start : span.end]
            marked.append(f"{text[last : span.start]}[{quote}]")
            last = span.end
    return "".join([*marked, text[last:]])
