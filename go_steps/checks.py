"""./go check: style, floors, types, settings, migrations, translations, rules, pins."""

import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from go_steps import environment, machine
from go_steps.console import ROOT, say
from go_steps.environment import PYTHON, manage
from go_steps.products import make_texts

# What a real installation would set, so that `check --deploy` judges that.
PRODUCTION = {
    "DEBUG": "false",
    "DEMO": "false",
    "PUBLIC_URL": "https://por-escrito.example",
    "SECRET_KEY": "check-" + "".join(f"{number:03}" for number in range(30)),
    "SIGNING_SECRET": "check-" + "".join(f"{number:03}" for number in range(30)),
}
LINT_FLOORS = "import sys, importlinter.cli as c; sys.exit(c.lint_imports_command())"
BRIEFLY = ("--output-format", "concise")
CODE = ("consultancy", "requests_log", "go_steps")


@dataclass(frozen=True)
class Check:
    """One command whose exit code says whether all is well."""

    name: str
    argv: list[str]


@dataclass(frozen=True)
class Result:
    """How a check ended and what it said."""

    check: Check
    code: int
    said: str
    seconds: float


def module(name: str, *words: str) -> list[str]:
    """Return how to run a module of .venv."""
    return [str(PYTHON), "-m", name, *words]


CHECKS = (
    Check("ruff check", module("ruff", "check", *BRIEFLY, ".")),
    Check("ruff format", module("ruff", "format", "--check", *BRIEFLY, ".")),
    Check("floors", [str(PYTHON), "-c", LINT_FLOORS]),
    Check("mypy", module("mypy")),
    Check("bandit", module("bandit", "-q", "-c", "pyproject.toml", "-r", *CODE)),
    Check("settings", manage("check", "--deploy", "--fail-level", "WARNING")),
    Check("migrations", manage("makemigrations", "--check", "--dry-run")),
    Check("translations", module("go_steps.translations")),
    Check("rules", manage("check_rules")),
    Check("requirements", [str(PYTHON), "go", "lock", "--check"]),
)


def main(arguments: list[str]) -> int:
    """Do every check, or those whose name has one of the words; 1 when one fails."""
    machine.ensure(machine.CHECK_NEEDS)
    environment.ensure_packages(environment.TEST_REQUIREMENTS)
    chosen = [check for check in CHECKS if _is_asked_for(check, arguments)]
    with tempfile.TemporaryDirectory(prefix="pe-check-") as folder:
        env = environment.bare_variables(DATA_DIR=folder, **PRODUCTION)
        make_texts(env=env)
        with ThreadPoolExecutor(max_workers=2) as pool:
            results = list(pool.map(lambda check: _do(check, env), chosen))
    failed = [result for result in results if result.code]
    for result in failed:
        print(f"\n--- {result.check.name}\n{result.said.strip()}")
    _print_table(results)
    return 1 if failed else 0


def _is_asked_for(check: Check, words: list[str]) -> bool:
    return not words or any(word in check.name for word in words)


def _do(check: Check, env: dict[str, str]) -> Result:
    began = time.monotonic()
    done = subprocess.run(
        check.argv,
        cwd=ROOT,
        env=env,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    say(f"{check.name}: {'failed' if done.returncode else 'fine'}")
    return Result(check, done.returncode, done.stdout, time.monotonic() - began)


def _print_table(results: list[Result]) -> None:
    print()
    for result in results:
        verdict = f"failed ({result.code})" if result.code else "fine"
        print(f"{result.check.name:<14}{verdict:<12}{result.seconds:6.1f} s")
