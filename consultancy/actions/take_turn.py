"""One act of a practice after another."""

from consultancy.models import Consultant, LedgerHead


def take_turn(consultant: Consultant) -> LedgerHead:
    """Wait, inside the caller's transaction, until no other act of the practice is
    under way; return its ledger's head. What is looked at from here on stays."""
    return LedgerHead.objects.select_for_update().get(consultant=consultant)
