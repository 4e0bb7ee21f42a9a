import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from consultancy.selectors.verification import Answer, verify_file

SENTENCES = {
    Answer.UNCHANGED: "Unchanged since %(issued_at)s: document %(number)s.",
    Answer.CHANGED: "Changed: this is not the file that was issued.",
    Answer.NOT_OURS: "Not ours: this installation issued no such document.",
}


class Command(BaseCommand):
    help = "Say of a PDF: unchanged, changed, or not ours. Exit 0, 1 or 2."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            content = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}") from error
        result = verify_file(content)
        facts = {"number": result.number, "issued_at": result.issued_at}
        self.stdout.write(SENTENCES[result.answer] % facts)
        if result.signer:
            self.stdout.write(f"Signed by {result.signer}.")
        sys.exit(list(Answer).index(result.answer))
