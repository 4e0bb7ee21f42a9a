"""The pure rooms work where no Django is installed."""

import subprocess
import sys

import pytest

from go_steps.console import ROOT

ROOMS = (
    "consultancy.ledger.chain",
    "consultancy.safekeeping.archive",
    "consultancy.safekeeping.packing",
    "consultancy.strategy_changes",
    "consultancy.strategy_file",
    "consultancy.strategy_templates",
    "requests_log.triage.engine",
    "requests_log.triage.ideas",
    "requests_log.triage.own_rulebook",
    "requests_log.workflow",
)
WITHOUT_DJANGO = """
import importlib, sys
sys.modules["django"] = None
importlib.import_module(sys.argv[1])
"""


@pytest.mark.parametrize("room", ROOMS)
def test_it_is_imported_without_django(room: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_DJANGO, room],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
