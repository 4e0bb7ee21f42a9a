"""./go screenshots: the README's pictures, taken anew from the example practice."""

import subprocess
import tempfile

from go_steps import environment, machine
from go_steps.console import ROOT
from go_steps.products import make_texts

SCRIPT = "tests/browser/take_pictures.py"


def main(arguments: list[str]) -> int:
    """Take every picture into docs/screenshots; the exit code is pytest's."""
    machine.ensure(machine.TEST_NEEDS)
    environment.ensure_packages(environment.TEST_REQUIREMENTS)
    with tempfile.TemporaryDirectory(prefix="pe-pictures-") as folder:
        env = environment.bare_variables(DATA_DIR=folder)
        make_texts(env=env)
        taken = subprocess.run(
            [str(environment.PYTHON), "-m", "pytest", SCRIPT, *arguments],
            cwd=ROOT,
            env=env,
        )
    return taken.returncode
