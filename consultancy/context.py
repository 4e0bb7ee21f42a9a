"""What every page knows about the installation."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from consultancy.selectors.readiness import why_read_only


def installation(request: HttpRequest) -> dict[str, Any]:
    """Return the banner's reason, the demo flag and the public address."""
    consultant = (
        getattr(request.user, "consultant", None) if _has_user(request) else None
    )
    return {
        "read_only": why_read_only(consultant),
        "demo": settings.DEMO,
        "public_url": settings.PUBLIC_URL,
    }


def _has_user(request: HttpRequest) -> bool:
    return hasattr(request, "user") and request.user.is_authenticated
