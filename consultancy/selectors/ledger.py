"""Questions about a ledger that a page asks."""

from consultancy.ledger.append import CLOCK_WENT_BACK
from consultancy.models import Consultant, LedgerEntry

MOST_SHOWN = 20


def clock_went_back(consultant: Consultant) -> list[LedgerEntry]:
    """Return the newest entries which tell that the clock had been set back."""
    about = LedgerEntry.objects.of(consultant).filter(subject="ledger")
    return list(about.filter(kind=CLOCK_WENT_BACK).order_by("-seq")[:MOST_SHOWN])
