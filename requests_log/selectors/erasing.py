"""What would go if a client were erased now?"""

from dataclasses import dataclass
from datetime import date

from consultancy.models import Client, LegalHold
from consultancy.selectors.retention import hold_on, kept_until, letters_told
from requests_log.models import ClientRequest


@dataclass(frozen=True)
class WouldGo:
    """How much there is, until when letters stay, and what forbids it."""

    requests: int
    letters: int
    kept_until: date | None
    hold: LegalHold | None
    is_writing: bool


def would_go(client: Client, *, today: date) -> WouldGo:
    letters = letters_told(client)
    return WouldGo(
        requests=ClientRequest.objects.filter(client=client).count(),
        letters=letters.count,
        kept_until=kept_until(client, letters=letters, today=today),
        hold=hold_on(client),
        is_writing=bool(letters.pending),
    )
