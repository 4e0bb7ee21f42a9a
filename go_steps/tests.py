"""./go test: everything on SQLite, then what touches a database on PostgreSQL."""

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree  # nosec B405 - reads pytest's own report

from go_steps import environment, machine
from go_steps.console import ROOT, say
from go_steps.postgres import private_server
from go_steps.products import make_texts

PASSED, FAILED, INTERRUPTED, NOTHING_COLLECTED = 0, 1, 2, 5
# Nothing in here reads a database, or only through a browser that does not mind which.
SAME_ON_BOTH = (
    *("tests/browser/", "tests/go_steps/", "tests/house/", "tests/journey/"),
    *("tests/consultancy/paper/", "tests/requests_log/letters/"),
    *("tests/requests_log/triage/", "tests/test_go.py"),
)


@dataclass(frozen=True)
class Count:
    """How many tests ended how."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
        )

    def __str__(self) -> str:
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def main(arguments: list[str]) -> int:
    """Run pytest on both databases with these arguments; the worse exit code wins."""
    machine.ensure(machine.TEST_NEEDS)
    environment.ensure_packages(environment.TEST_REQUIREMENTS)
    with tempfile.TemporaryDirectory(prefix="pe-test-") as folder:
        env = environment.bare_variables(DATA_DIR=folder)
        make_texts(env=env)
        code, count = _on_both(arguments, env, Path(folder))
    print(count)
    return code


def _on_both(
    arguments: list[str], env: dict[str, str], folder: Path
) -> tuple[int, Count]:
    say("Tests on SQLite")
    code, count = _pytest(arguments, env, folder / "sqlite.xml")
    if code == INTERRUPTED:
        return code, count
    say("Tests on PostgreSQL")
    apart = [f"--deselect={path}" for path in SAME_ON_BOTH]
    with private_server() as url:
        again, more = _pytest(
            [*apart, *arguments], env | {"DATABASE_URL": url}, folder / "postgres.xml"
        )
    if again == NOTHING_COLLECTED and arguments:
        again = PASSED  # what was asked for is the same on both
    return code or again, count + more


def _pytest(
    arguments: list[str], env: dict[str, str], report: Path
) -> tuple[int, Count]:
    workers = str(min(4, os.cpu_count() or 1))
    done = subprocess.run(
        [
            *(str(environment.PYTHON), "-m", "pytest", "--numprocesses", workers),
            *("--junit-xml", str(report), *arguments),
        ],
        cwd=ROOT,
        env=env,
    )
    return done.returncode, _count(report)


def _count(report: Path) -> Count:
    """Read pytest's own report; one that was never written counts nothing."""
    if not report.exists():
        return Count()
    suites = ElementTree.parse(report).getroot().iter("testsuite")  # nosec B314
    total = Count()
    for suite in suites:
        every, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        total += Count(every - skipped - failed, failed, skipped)
    return total
