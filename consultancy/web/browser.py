"""Which browser somebody signed in with, for his own list of them."""

from django.http import HttpRequest

from consultancy.models.session import BROWSER, LONGEST_BROWSER


def note_browser(request: HttpRequest) -> None:
    told = request.headers.get("User-Agent", "")[:LONGEST_BROWSER]
    request.session[BROWSER] = told.replace("\x00", "")
