"""That a consultant took everything along."""

from datetime import datetime

from django.db import transaction

from consultancy.models import Consultant

from .write_down import write_down


@transaction.atomic
def note_taken(consultant: Consultant, *, at: datetime) -> None:
    """Enter it: whoever was signed in has a copy now. Raises InstallationReadOnly."""
    write_down(
        consultant, kind="everything_taken", at=at, subject="practice", payload={}
    )
