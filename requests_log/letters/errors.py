"""What a letter refuses to say."""

from requests_log.errors import RequestsLogError


class LetterError(RequestsLogError):
    """The letter contradicts itself, or its record cannot be read."""
