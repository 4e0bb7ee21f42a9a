"""What backing up and restoring refuse."""


class SafekeepingError(Exception):
    """The message says what was found, and what to do."""
