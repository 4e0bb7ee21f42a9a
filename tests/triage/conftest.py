"""The shipped rulebook, loaded once."""

from tests.requests_log.triage.conftest import rulebook

__all__ = ["rulebook"]
