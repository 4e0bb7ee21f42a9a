"""./go forgeries: letters good and bad, and what each judge of signatures says."""

import subprocess
import tempfile

from go_steps import environment, machine
from go_steps.console import ROOT
from go_steps.products import make_texts

MODULE = "tests.forgeries.table"
SETTINGS = {"DJANGO_SETTINGS_MODULE": "tests.settings"}


def main(_arguments: list[str]) -> int:
    """Print the table; 1 when something in it is not as it should be."""
    machine.ensure(machine.TEST_NEEDS)
    environment.ensure_packages(environment.TEST_REQUIREMENTS)
    with tempfile.TemporaryDirectory(prefix="pe-forgeries-") as folder:
        env = environment.bare_variables(DATA_DIR=folder, **SETTINGS)
        make_texts(env=env)
        argv = [str(environment.PYTHON), "-m", MODULE]
        return subprocess.run(argv, cwd=ROOT, env=env).returncode
