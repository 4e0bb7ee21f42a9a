"""Which letter a PDF says it is, by the record attached to it. A claim, no proof."""

import json
import re
from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader

from .job import RECORD_NAME

MOST_ATTACHMENTS = 50
NUMBER = re.compile(r"[0-9]{4}-[0-9]{4,9}")
HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Claim:
    """A letter's number, and where the ledger ended when it was given."""

    number: str
    ledger_head: str


def claim_of(reader: PdfFileReader) -> Claim | None:
    """Return what the attached record says; None where there is none to be read."""
    attached = reader.root.get("/AF", ())
    for place in range(min(len(attached), MOST_ATTACHMENTS)):
        file = attached[place]
        if file.get("/F") == RECORD_NAME:
            return _claim(json.loads(file["/EF"]["/F"].data))
    return None


def _claim(record: Any) -> Claim | None:
    number, head = str(record["number"]), str(record["ledger_head"]["hash"])
    if NUMBER.fullmatch(number) and HASH.fullmatch(head):
        return Claim(number, head)
    return None
