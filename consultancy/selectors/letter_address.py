"""The address printed in a letter, and which letter an address belongs to.

A letter cannot hold the SHA-256 of its own file. What its address holds is the
beginning of its fingerprint: the SHA-256 of its record, the address itself left out.
"""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from consultancy.ledger.chain import canonical
from consultancy.models import Document

from .documents import with_successor
from .public_address import public_link

ADDRESS = "verification_url"  # what a record calls it
# Sixteen hex digits: nobody tries 2 ** 64 addresses.
MARK = 16
NUMBER_FORM = re.compile(r"([0-9]{4})-([0-9]{4,9})")
MARK_FORM = re.compile(rf"[0-9a-f]{{{MARK}}}")


def fingerprint_of(record: Mapping[str, Any]) -> str:
    """Return the SHA-256, in hex, of a record's canonical form without its address."""
    rest = {name: value for name, value in record.items() if name != ADDRESS}
    return hashlib.sha256(canonical(rest)).hexdigest()


def letter_address(number: str, fingerprint: str) -> str | None:
    """Return where a letter is looked up; None where nobody could come."""
    path = reverse("verify_letter", args=[number, fingerprint[:MARK]])
    return public_link(path)


def letter_at(number: str, mark: str) -> Document | None:
    """Return the letter that an address belongs to, whosever it is."""
    told = NUMBER_FORM.fullmatch(number)
    if told is None or MARK_FORM.fullmatch(mark) is None:
        return None
    year, serial = map(int, told.groups())
    found = Document.objects.filter(
        year=year, serial=serial, fingerprint__startswith=mark
    )
    return with_successor(found.defer("record")).first()
