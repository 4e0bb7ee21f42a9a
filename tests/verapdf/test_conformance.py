"""Without Java nothing is looked at: an excuse at home, a fault where tests count."""

import os
import subprocess
import sys

import pytest

from go_steps.console import ROOT

ASKS = "from tests.verapdf.conformance import needs_verapdf as n; print(n.mark.args[0])"


@pytest.mark.parametrize(("ci", "skips"), [("", True), ("true", False)])
def test_a_missing_java_is_skipped_at_home_and_fails_where_tests_count(
    ci: str, skips: bool
) -> None:
    env = os.environ | {"CI": ci, "PATH": "/nowhere"}
    said = subprocess.run(
        [sys.executable, "-c", ASKS], cwd=ROOT, env=env, capture_output=True, text=True
    )
    assert said.stdout.strip() == str(skips)
