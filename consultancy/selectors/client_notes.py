"""Questions about what the consultant noted on a client."""

from consultancy.models import Client, ClientNote

from .pages import Page, page_of


def notes_page(client: Client, *, after: str | None) -> Page[ClientNote]:
    """Return a page of the client's notes, newest first."""
    return page_of(client.notes.all(), moment="noted_at", after=after)
