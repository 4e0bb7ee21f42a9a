"""What is taken along, as pages that any browser reads without the app."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.template.loader import render_to_string

from consultancy.models import Client, Consultant, Document, DocumentFile
from consultancy.selectors.strategy_lines import strategy_lines
from requests_log.models import ClientRequest

from .files import file_name, letter_name
from .rows import open_rows

AT_A_TIME = 100


def index_page(consultant: Consultant, *, at: datetime) -> Iterator[bytes]:
    """Yield the page to begin with: clients and letters."""
    context = {
        "consultant": consultant,
        "at": at,
        "clients": open_rows(Client, consultant).order_by("name_key"),
        "letters": _letters(consultant),
    }
    yield render_to_string("export/index.html", context).encode()


def client_pages(
    consultant: Consultant,
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield a page for each client, with all that was asked."""
    for client in open_rows(Client, consultant).order_by("pk").iterator(AT_A_TIME):
        yield f"clients/{client.pk}.html", _client_page(client)


def _client_page(client: Client) -> Iterator[bytes]:
    context = {
        "client": client,
        "contacts": client.contacts.order_by("pk"),
        "notes": client.notes.order_by("noted_at", "pk"),
        "strategies": [
            (version, strategy_lines(version.strategy))
            for version in client.strategies.order_by("-number")
        ],
    }
    yield render_to_string("export/client.html", context).encode()
    for request in _requests(client).iterator(chunk_size=AT_A_TIME):
        told = {"request": request, "files": _files(request)}
        yield render_to_string("export/request.html", told).encode()
    yield b"</main></body></html>\n"


def _requests(client: Client) -> Any:
    rows = ClientRequest.objects.filter(client=client).defer("search_text")
    return (
        rows.select_related(
            *("advice", "decision__document", "outcome", "triage", "message__sent_by"),
        )
        .prefetch_related("triage__findings", "attachments__file", "decision__proofs")
        .order_by("received_at", "pk")
    )


def _files(request: ClientRequest) -> list[tuple[str, str]]:
    """Return the address and name of each file of a request."""
    files = [attachment.file for attachment in request.attachments.all()]
    files += request.decision.proofs.all() if request.decision else []
    return [(file_name(file), file.name) for file in files]


def _letters(consultant: Consultant) -> Iterator[tuple[Document, list[str]]]:
    """Yield the letters, newest first, with the names of their files."""
    shown = Prefetch("files", DocumentFile.objects.exclude(file="").order_by("pk"))
    rows = open_rows(Document, consultant).defer("record").prefetch_related(shown)
    for letter in rows.order_by("-reserved_at", "-pk").iterator(chunk_size=AT_A_TIME):
        yield letter, [letter_name(file) for file in letter.files.all()]
