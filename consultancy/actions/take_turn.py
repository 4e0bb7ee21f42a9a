"""One act of a practice after another."""

from consultancy.models import Consultant, LedgerHead


def take_turn(consultant: Consultant) -> None:
    """Wait, inside the caller's transaction, until no other act of the practice is
    under way: what is looked at from here on stays as it is."""
    LedgerHead.objects.select_for_update().get(consultant=consultant)
