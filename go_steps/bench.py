"""./go bench: the benchmarks of tests/bench, one script each, ratios side by side."""

import subprocess
import tempfile

from go_steps import environment, machine
from go_steps.console import ROOT, Refusal, say
from go_steps.products import make_texts

FOLDER = ROOT / "tests" / "bench"
SETTINGS = {"DJANGO_SETTINGS_MODULE": "tests.settings"}


def main(arguments: list[str]) -> int:
    """Run the benchmarks named, or all of them; 1 when one ends badly."""
    names = benchmarks()
    unknown = [name for name in arguments if name not in names]
    if unknown or not names:
        there = ", ".join(names) or "none yet"
        raise Refusal(f"no benchmark called {unknown}; there is: {there}", code=2)
    machine.ensure(machine.TEST_NEEDS)
    environment.ensure_packages(environment.TEST_REQUIREMENTS)
    with tempfile.TemporaryDirectory(prefix="pe-bench-") as folder:
        env = environment.bare_variables(DATA_DIR=folder, **SETTINGS)
        make_texts(env=env)
        codes = [_run(name, env) for name in arguments or names]
    return 1 if any(codes) else 0


def benchmarks() -> list[str]:
    """Return the names of the scripts that are there."""
    scripts = sorted(FOLDER.glob("*.py"))
    return [script.stem for script in scripts if not script.stem.startswith("_")]


def _run(name: str, env: dict[str, str]) -> int:
    say(f"Benchmark {name}")
    argv = [str(environment.PYTHON), "-m", f"tests.bench.{name}"]
    return subprocess.run(argv, cwd=ROOT, env=env).returncode
