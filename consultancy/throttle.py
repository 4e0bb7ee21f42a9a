"""By what wrong passwords are counted: the e-mail address tried, and from where."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

LONGEST_EMAIL = 254  # characters; a longer one is nobody's, but is counted too


def email_tried(request: HttpRequest, credentials: dict[str, str] | None) -> str:
    """Return the address as accounts are found by it, whatever its capitals."""
    told = credentials or request.POST
    return (told.get("username") or "").lower()[:LONGEST_EMAIL]


def network_address(request: HttpRequest) -> str | None:
    """Return the address the request came from, None where there is none.

    Behind a proxy of ours that is the last one it noted: whatever stands before was
    sent by the visitor, who may write there what he likes.
    """
    told: str = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        told = request.META.get("HTTP_X_FORWARDED_FOR", told).rpartition(",")[2]
    try:
        return str(ipaddress.ip_address(told.strip()))
    except ValueError:
        return None
