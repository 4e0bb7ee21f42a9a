from pathlib import Path

import pytest

from requests_log.triage.rulebook import Rulebook, load_rulebook

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load_rulebook(SEEDS)
