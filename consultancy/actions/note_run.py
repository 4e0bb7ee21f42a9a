"""Keep the time at which something last ran by itself, so that a page can say it."""

from datetime import datetime

from consultancy.models import RUN_DUE, Heartbeat


def note_run(at: datetime) -> None:
    """Store that `run_due` ran at AT."""
    Heartbeat.objects.update_or_create(name=RUN_DUE, defaults={"at": at})
