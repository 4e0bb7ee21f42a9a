"""Take back a file that was stored for a row which was not."""

from django.core.files.storage import default_storage
from django.db import Error


def discard_file(name: str, *, after: Exception) -> None:
    """Delete a file unless, AFTER this error, a row may name it all the same.

    Then it stays: one too many is swept away later, one too few is a lost letter.
    """
    if not _may_be_stored(after):
        default_storage.delete(name)


def _may_be_stored(error: Exception) -> bool:
    """Say whether the connection broke, perhaps with the answer to COMMIT under way.

    PostgreSQL gives every error it answers a code; what has none never was an answer.
    """
    cause = error.__cause__
    return isinstance(error, Error) and getattr(cause, "sqlstate", "") is None
