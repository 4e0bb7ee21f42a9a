"""Clients and their people as tables for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from consultancy.models import Client, Consultant, Contact
from requests_log.selectors.request_table import BYTE_ORDER_MARK, Reader, harmless

from .rows import AT_A_TIME, open_rows


def clients_sheet(consultant: Consultant, reader: Reader) -> Iterator[bytes]:
    head = [_("Client"), _("Sector"), _("Status"), _("Since"), _("Reason")]
    rows = open_rows(Client, consultant).order_by("name_key").iterator(AT_A_TIME)
    cells = (
        [row.name, row.sector, row.status, row.status_on or "", row.status_reason]
        for row in rows
    )
    return _sheet(head, cells, reader)


def contacts_sheet(consultant: Consultant, reader: Reader) -> Iterator[bytes]:
    head = [_("Client"), _("Name"), _("Role"), _("E-mail"), _("Telephone")]
    rows = open_rows(Contact, consultant).select_related("client").order_by("pk")
    cells = (
        [row.client.name, row.name, row.role, row.email, row.phone]
        for row in rows.iterator(AT_A_TIME)
    )
    return _sheet(head, cells, reader)


def _sheet(
    head: Sequence[str], rows: Iterable[Sequence[object]], reader: Reader
) -> Iterator[bytes]:
    yield BYTE_ORDER_MARK.encode()
    for cells in (head, *rows):
        line = io.StringIO()
        writer = csv.writer(line, delimiter=reader.separator)
        writer.writerow([harmless(str(cell)) for cell in cells])
        yield line.getvalue().encode()
