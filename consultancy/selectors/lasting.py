"""Can a letter be made to be checked in later years, and who is asked for it?"""

from collections.abc import Sequence

from django.conf import settings

from consultancy.models import (
    Authority,
    Document,
    DocumentFile,
    DocumentStatus,
    FileKind,
)
from consultancy.paper.ask_issuers import Issuers
from consultancy.paper.tsa_client import certificates_in

from .letter_address import NUMBER_FORM


def may_last(document: Document, files: Sequence[DocumentFile]) -> bool:
    """Say whether there is something to add: FILES are all of the letter, the newest
    last. It takes a timestamp: from then on, revocations change nothing."""
    stamp = getattr(document, "timestamp", None)
    is_stamped = stamp is not None and stamp.at is not None
    return is_stamped and bool(files) and files[-1].kind != FileKind.LASTING


def newest_file(document: Document) -> DocumentFile:
    """Return the newest file of an issued letter."""
    return document.files.latest("pk")


def issued_letter(email: str, number: str) -> Document | None:
    """Return the letter of who signs in with EMAIL, by its number as it is printed."""
    parts = NUMBER_FORM.fullmatch(number)
    if parts is None:
        return None
    year, serial = map(int, parts.groups())
    return Document.objects.filter(
        consultant__user__email=email.lower(),
        status=DocumentStatus.ISSUED,
        withheld_at=None,
        year=year,
        serial=serial,
    ).first()


def own_authorities() -> tuple[str, ...]:
    """Return the certificates of the authorities of this installation, PEM."""
    return tuple(Authority.objects.values_list("certificate", flat=True))


def clock_roots() -> tuple[str, ...]:
    """Return the roots that timestamps lead to, PEM; none where none can be read."""
    try:
        return certificates_in(settings.TSA_CERTIFICATES)
    except (OSError, UnicodeDecodeError):
        return ()


def issuers_to_ask() -> Issuers:
    """Return who is asked: in the public network, and where the settings allow it."""
    return Issuers(allowed=frozenset(settings.REVOCATION_HOSTS))
