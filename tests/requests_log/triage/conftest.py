from dataclasses import replace
from pathlib import Path

import pytest

from requests_log.triage.points import NO_POINTS
from requests_log.triage.rulebook import Rulebook, load_rulebook

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="session")
def whole_rulebook() -> Rulebook:
    return load_rulebook(SEEDS)


@pytest.fixture(scope="session")
def rulebook(whole_rulebook: Rulebook) -> Rulebook:
    """The rules by themselves: what they hear, before anything is weighed."""
    return replace(whole_rulebook, points=NO_POINTS)
