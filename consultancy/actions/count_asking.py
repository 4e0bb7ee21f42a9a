"""Count how often something is asked for, over all processes. Possible even while
nothing can be recorded."""

from datetime import datetime, timedelta

from django.db.models import F

from consultancy.models import Asking

WINDOW = timedelta(minutes=10)


def count_asking(key: str, *, most: int, now: datetime) -> bool:
    """Count once more under KEY; False where it was MOST times in ten minutes already.

    What is refused is not written down: nobody makes the disk work by asking on.
    """
    mine, ended = Asking.objects.filter(key=key), now - WINDOW
    found = mine.first()
    if found is None:
        # Another process may begin as well: neither takes the other's count back.
        first = Asking(key=key, since=now, times=0)
        Asking.objects.bulk_create([first], ignore_conflicts=True)
    elif found.since <= ended:
        mine.filter(since=found.since).update(since=now, times=0)
    elif found.times >= most:
        return False
    # One statement: of two processes one finds the last place taken.
    return mine.filter(times__lt=most).update(times=F("times") + 1) == 1


def forget_askings(*, now: datetime) -> int:
    """Delete what counts no more; return how much that was."""
    return Asking.objects.filter(since__lte=now - WINDOW).delete()[0]
