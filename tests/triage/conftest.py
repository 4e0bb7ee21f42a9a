"""The shipped rulebook, loaded once, with everything that is weighed."""

import pytest

from requests_log.triage.rulebook import Rulebook
from tests.requests_log.triage.conftest import whole_rulebook

__all__ = ["whole_rulebook"]


@pytest.fixture(scope="session")
def rulebook(whole_rulebook: Rulebook) -> Rulebook:
    return whole_rulebook
