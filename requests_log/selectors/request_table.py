"""The list as a table for a spreadsheet, line by line."""

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo

from django.utils.translation import gettext as _

from consultancy.models import Consultant
from consultancy.selectors.reader import reading_language
from requests_log.models import ClientRequest
from requests_log.workflow import Stage

from .filters import Filters, filtered
from .request_words import CHANNELS, STAGES, VERDICTS, Words

BYTE_ORDER_MARK = "\ufeff"  # spreadsheets take a file without one for something else
AT_A_TIME = 500
# What a spreadsheet would read as a formula; the wide ones are typed in Asia.
FORMULA_STARTS = "=+-@＝＋－＠\t\r"
# A spreadsheet that writes 1,5 expects its columns apart by a semicolon.
SEPARATORS = {"es": ";", "en": ","}


@dataclass(frozen=True)
class Reader:
    """In which zone and words the table is written: settled before the first line."""

    zone: tzinfo
    separator: str
    head: list[str]
    channels: dict[str, str]
    verdicts: dict[str, str]
    stages: dict[str, str]


def reader_in(zone: tzinfo) -> Reader:
    """Return a reader of the language in use now."""
    return Reader(
        zone=zone,
        separator=SEPARATORS[reading_language()],
        head=[
            *(_("Request"), _("Came in"), _("Client"), _("How it came")),
            *(_("In the client's words"), _("Verdict"), _("Stage"), _("Wanted by")),
        ],
        channels=_said(CHANNELS),
        verdicts=_said(VERDICTS),
        stages=_said(STAGES),
    )


def table_of(
    consultant: Consultant, *, filters: Filters, reader: Reader
) -> Iterator[str]:
    """Yield a head and a line for each request that FILTERS let through, as CSV."""
    rows = filtered(consultant, filters, all_found=True).select_related("client")
    rows = rows.defer("search_text").order_by("-received_at", "-pk")
    writer = csv.writer(_Echo(), delimiter=reader.separator)
    yield BYTE_ORDER_MARK + writer.writerow(reader.head)
    for row in rows.iterator(AT_A_TIME):
        yield writer.writerow([harmless(cell) for cell in _cells(row, reader)])


def harmless(text: str) -> str:
    """Return TEXT so that no spreadsheet reads it as a formula."""
    seen = (c for c in text if c in FORMULA_STARTS or not _is_blank(c))
    return f"'{text}" if next(seen, " ") in FORMULA_STARTS else text


class _Echo:
    """A file that hands back at once what is written to it."""

    def write(self, line: str) -> str:
        return line


def _is_blank(character: str) -> bool:
    return unicodedata.category(character)[0] in "ZC"


def _cells(row: ClientRequest, reader: Reader) -> list[str]:
    came_in = row.received_at.astimezone(reader.zone)
    return [
        str(row.pk),
        came_in.isoformat(" ", "minutes"),
        row.client.name,
        reader.channels.get(row.channel, row.channel),
        row.text,
        reader.verdicts.get(row.verdict, row.verdict),
        reader.stages.get(_stage(row), row.stage),
        row.wanted_on.isoformat() if row.wanted_on else "",
    ]


def _stage(row: ClientRequest) -> str:
    """Return the stage as the list calls it: whose move it is once there is advice."""
    if row.is_unsent:
        return "to_send"
    return "to_answer" if row.stage == Stage.ADVISED and row.asked_at else row.stage


def _said(words: Words) -> dict[str, str]:
    return {code: str(word) for code, word in words.items()}
