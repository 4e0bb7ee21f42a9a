"""What is answered where something broke: calm, and of no use of the database."""

import sys
from http import HTTPStatus

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error

NO_DATABASE = (OperationalError, InterfaceError)
RETRY_AFTER = 5  # seconds; a database that restarts is back by then


def broken(request: HttpRequest) -> HttpResponse:
    """Say "back in a moment" while the database is away, else that we broke."""
    if not isinstance(sys.exc_info()[1], NO_DATABASE):
        return server_error(request)
    return HttpResponse(
        render_to_string("503.html"),
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        headers={"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"},
    )
