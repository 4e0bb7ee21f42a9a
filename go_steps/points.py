"""./go points: fit what the signs of a message weigh, from the labelled messages."""

import subprocess
import tempfile

from go_steps import environment
from go_steps.console import ROOT, Refusal, say

SETTINGS = {"DJANGO_SETTINGS_MODULE": "tests.settings"}


def main(arguments: list[str]) -> int:
    """Write seeds/points.tsv anew and print how it does on writers it does not know."""
    if arguments:
        raise Refusal("points takes no arguments", code=2)
    environment.ensure_packages(environment.TEST_REQUIREMENTS)
    say("Fitting without each group of writers in turn, then with all: some minutes")
    with tempfile.TemporaryDirectory(prefix="pe-points-") as folder:
        env = environment.bare_variables(DATA_DIR=folder, **SETTINGS)
        argv = [str(environment.PYTHON), "-m", "tests.points"]
        return subprocess.run(argv, cwd=ROOT, env=env).returncode
