"""Can others reach this installation, and where?"""

from django.conf import settings


def public_link(path: str) -> str | None:
    """Return the address of PATH for somebody elsewhere; None where nobody can come.

    Made of PUBLIC_URL alone, never of what a request calls this host.
    """
    return f"{settings.PUBLIC_URL}{path}" if settings.PUBLIC_URL else None
