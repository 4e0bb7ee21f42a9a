import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from consultancy.errors import BadCheckpoint
from consultancy.ledger.chain import Anchor, Fault
from consultancy.ledger.checkpoint import read_checkpoint
from consultancy.ledger.verify import ChainReport, verify_chain
from consultancy.models import Consultant
from consultancy.selectors.documents import letters_checked
from consultancy.selectors.files import damaged_kept_files

WHY = {
    "missing": "it is gone, and so the chain has a gap",
    "inserted": "another entry was put in before it",
    "removed": "an entry before it was taken out, or the two changed places",
    "of_another_practice": "it was taken from the ledger of another practice",
    "broken_link": "the entry before it is not the one it was written after",
    "altered": "it is not what was entered",
    "payload_missing": "what it told is gone, and nobody entered that it was erased",
    "payload_altered": "what it tells is not what was entered",
    "cut_off": "it and all after it are gone: the end was cut off",
    "head_differs": "the ledger's head names another end",
    "differs_from_anchor": "what {anchor} says is another ledger: it was rewritten"
    " after entry {sound_until}",
    "older_than_anchor": "this ledger is older than {anchor}, which names this entry:"
    " its end was cut off, or an old backup was restored",
}


class Command(BaseCommand):
    help = "Walk every ledger; exit 1 and name the first entry that does not hold."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--documents",
            action="store_true",
            help="also compare documents and kept files with their stored bytes",
        )
        parser.add_argument(
            "--checkpoint",
            type=Path,
            metavar="FILE",
            help="also compare with what export_checkpoint wrote earlier",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        anchors = _read(options["checkpoint"])
        consultants = list(Consultant.objects.order_by("pk"))
        sound = [
            self._check(each, anchors.pop(str(each.public_id), None), **options)
            for each in consultants
        ]
        for chain, anchor in anchors.items():
            self.stdout.write(f"{chain}: {anchor.held_by} names it; it is not here")
        if anchors or not all(sound):
            sys.exit(1)

    def _check(
        self, consultant: Consultant, anchor: Anchor | None, **options: Any
    ) -> bool:
        report = verify_chain(consultant, checkpoint=[anchor] if anchor else [])
        name = f"{consultant.public_id} ({consultant.name})"
        self.stdout.write(f"{name}: {_said(report)}")
        if report.erased:
            self.stdout.write(f"  {report.erased} of them tell nothing: erased")
        for seq in report.clock_went_back:
            self.stdout.write(f"  entry {seq}: the clock had been set back")
        intact = not options["documents"] or self._files_hold(consultant)
        return report.fault is None and intact

    def _files_hold(self, consultant: Consultant) -> bool:
        letters = letters_checked(consultant)
        self.stdout.write(f"  {letters.held} letters hold")
        for file in letters.damaged:
            number = file.document.number
            self.stdout.write(f"  document {number}: file changed or gone")
        kept = list(damaged_kept_files(consultant))
        for proof in kept:
            self.stdout.write(f"  kept file {proof.pk} ({proof.name}): changed or gone")
        return not (letters.damaged or kept)


def _read(file: Path | None) -> dict[str, Anchor]:
    try:
        return read_checkpoint(file.read_text("utf-8")) if file else {}
    except (OSError, UnicodeDecodeError, BadCheckpoint) as error:
        raise CommandError(f"{file}: {error}") from error


def _said(report: ChainReport) -> str:
    if report.fault:
        return _fault_said(report.fault)
    return f"{report.entries} entries hold, {report.anchors} anchors agree"


def _fault_said(fault: Fault) -> str:
    why = WHY[fault.why].format(anchor=fault.anchor, sound_until=fault.sound_until)
    return f"entry {fault.seq}: {fault.why}: {why}"
