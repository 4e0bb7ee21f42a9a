"""Everything of one consultant as one zip, written while it is sent."""

import zoneinfo
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage
from django.utils import timezone, translation

from consultancy.ledger.chain import utc_text
from consultancy.models import Consultant
from consultancy.safekeeping.backup import app_version
from consultancy.safekeeping.packing import streamed
from requests_log.selectors.filters import Filters
from requests_log.selectors.request_table import Reader, reader_in, table_of

from .files import chunks_of, files_of
from .ledger import head_of, ledger_lines, letters_told
from .pages import client_pages, index_page
from .rows import tables
from .sheets import clients_sheet, contacts_sheet

FORMAT = "por-escrito-export-1"
VERIFIER = Path(__file__).with_name("verify_export.py")
Pieces = Iterator[tuple[str, Iterator[bytes]]]


def bundle_of(consultant: Consultant, *, at: datetime) -> Iterator[bytes]:
    """Yield the bytes of the zip. What is written after AT may be in it or not, but
    the ledger ends where it ended when this began."""
    head, gone = head_of(consultant), list[str]()
    told: dict[str, Any] = {
        "format": FORMAT,
        "made_at": utc_text(at),
        "app_version": app_version(),
        "chain": str(consultant.public_id),
        "head": head,
        "letters": letters_told(consultant, until=head["seq"]),
        "missing": gone,
    }
    zone = zoneinfo.ZoneInfo(consultant.user.time_zone)
    pieces = _pieces(consultant, head["seq"], gone, at)
    packed = streamed(pieces, told=told)
    while True:
        # Language and zone hold for one piece alone: between two of them the process
        # may answer somebody else.
        with translation.override(consultant.user.language), timezone.override(zone):
            piece = next(packed, None)
        if piece is None:
            return
        yield piece


def _pieces(
    consultant: Consultant, until: int, gone: list[str], at: datetime
) -> Pieces:
    reader = reader_in(timezone.get_current_timezone())
    yield "index.html", index_page(consultant, at=at)
    yield from client_pages(consultant)
    yield from _sheets(consultant, reader)
    yield from tables(consultant)
    yield "ledger.jsonl", ledger_lines(consultant, until=until)
    yield "verify_export.py", iter([VERIFIER.read_bytes()])
    for file in files_of(consultant):
        if default_storage.exists(file.stored):
            yield file.name, chunks_of(file.stored)
        else:
            gone.append(file.name)


def _sheets(consultant: Consultant, reader: Reader) -> Pieces:
    requests = table_of(consultant, filters=Filters(), reader=reader)
    yield "tables/requests.csv", (line.encode() for line in requests)
    yield "tables/clients.csv", clients_sheet(consultant, reader)
    yield "tables/contacts.csv", contacts_sheet(consultant, reader)
