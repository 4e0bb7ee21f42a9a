"""Good and bad files made on the spot, and what each judge says of them.

./go forgeries

Ends with 1 where the answer is not the one expected, where a judge disagrees about
validity and nothing explains why, or where a good file is no PDF/A-3a and PDF/UA-1.
"""

import logging
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.management import call_command

from consultancy.models import Authority
from consultancy.selectors.verification import GENUINE, Answer, verify_file
from tests.consultancy.paper.fake_issuers import TIME_ROOT
from tests.consultancy.paper.fake_tsa import ROOT_PEM
from tests.forgeries.file import File
from tests.forgeries.judges import PDFSIG, PYHANKO, pdfsig, pyhanko, verapdf
from tests.forgeries.made import files, issue
from tests.people import make_client, make_consultant, make_strategy

WORDS = {True: "valid", False: "not", None: "–"}
CONFORMS = {True: "both", False: "no", None: "–"}


@dataclass(frozen=True)
class Row:
    """One file; `others` says by the judge's name whether the signatures hold there."""

    file: File
    answer: Answer
    others: Mapping[str, bool | None]
    conforms: bool | None = None

    @property
    def is_genuine(self) -> bool:
        return self.answer in GENUINE

    @property
    def disagree(self) -> list[str]:
        """Those who have a word on it, and another one than ours."""
        return [
            judge
            for judge, valid in self.others.items()
            if valid is not None and valid != self.is_genuine
        ]

    @property
    def faults(self) -> list[str]:
        """What nothing explains."""
        said = [each for each in self.disagree if each not in self.file.differs]
        if self.answer != self.file.answer:
            said.append(f"expected {self.file.answer}")
        if self.is_genuine and self.conforms is False:
            said.append("veraPDF")
        return said


def judged(made: Iterable[File]) -> list[Row]:
    """Return what we, pdfsig and pyHanko say of each file."""
    roots = list(Authority.objects.values_list("certificate", flat=True))
    return [
        Row(
            file,
            verify_file(file.content).answer,
            {
                PDFSIG: pdfsig(file.content),
                PYHANKO: pyhanko(
                    file.content,
                    roots=roots,
                    clocks=[ROOT_PEM, TIME_ROOT.pem],
                    seen_at=file.seen_at,
                ),
            },
        )
        for file in made
    ]


def with_conformance(rows: list[Row]) -> list[Row]:
    """Add what veraPDF says: of how a file is made, not of who signed it."""
    # It takes no file that is empty.
    said = verapdf({row.file.name: row.file.content or b"\n" for row in rows}) or {}
    return [
        Row(row.file, row.answer, row.others, said.get(row.file.name)) for row in rows
    ]


def told(rows: list[Row]) -> str:
    """Return the table, and below it why judges differ."""
    heads = ("", "ours", "", PDFSIG, PYHANKO, "3a, ua1")
    form = "{:47} {:6} {:15} {:7} {:8} {}".format
    lines = [form(*heads)]
    for row in rows:
        others = [WORDS[row.others[judge]] for judge in (PDFSIG, PYHANKO)]
        ours = WORDS[row.is_genuine]
        cells = (row.file.name, ours, row.answer, *others, CONFORMS[row.conforms])
        lines.append(form(*cells) + (f"  ! {row.faults}" if row.faults else ""))
    lines += ["", "Where judges differ:"]
    lines += [
        f"  {row.file.name}, {judge}: {row.file.differs.get(judge, 'NOT EXPLAINED')}"
        for row in rows
        for judge in row.disagree
    ]
    return "\n".join(lines)


def main() -> int:
    logging.disable(logging.CRITICAL)  # pyHanko tells at length of each bad file
    call_command("migrate", verbosity=0)
    client = make_client(make_consultant())
    make_strategy(client)
    rows = with_conformance(judged(files(issue(client))))
    print(told(rows))
    return 1 if any(row.faults for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
