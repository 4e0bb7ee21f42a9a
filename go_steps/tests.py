"""./go test: pytest once for each part, and one count of them all."""

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree  # nosec B405 - reads pytest's own report

from go_steps import environment, machine
from go_steps.console import ROOT, say
from go_steps.parts import PARTS
from go_steps.postgres import private_server
from go_steps.products import make_texts

INTERRUPTED, NOTHING_COLLECTED = 2, 5  # pytest's exit codes


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
    """Run pytest part by part with these arguments; the worst exit code wins."""
    machine.ensure(machine.TEST_NEEDS)
    environment.ensure_packages(environment.TEST_REQUIREMENTS)
    codes, total = [], Count()
    with tempfile.TemporaryDirectory(prefix="pe-test-") as folder:
        env = environment.bare_variables(DATA_DIR=folder)
        make_texts(env=env)
        for part, what in PARTS.items():
            say(f"Tests: {what}")
            code, count = _play(part, arguments, env)
            codes.append(code)
            total += count
            if code == INTERRUPTED:
                break
    print(total)
    return _worst(codes, is_choice=bool(arguments))


def _play(part: str, arguments: list[str], env: dict[str, str]) -> tuple[int, Count]:
    if part != "database":
        return _pytest(part, arguments, env)
    with private_server() as url:
        return _pytest(part, arguments, env | {"DATABASE_URL": url})


def _worst(codes: list[int], *, is_choice: bool) -> int:
    """Return 0 when all went well; a choice of tests need not exist in every part."""
    if is_choice and any(code != NOTHING_COLLECTED for code in codes):
        codes = [code for code in codes if code != NOTHING_COLLECTED]
    return max(codes)


def _pytest(part: str, arguments: list[str], env: dict[str, str]) -> tuple[int, Count]:
    report = Path(env["DATA_DIR"]) / f"{part}.xml"
    workers = str(min(4, os.cpu_count() or 1))
    done = subprocess.run(
        [
            *(str(environment.PYTHON), "-m", "pytest", "--numprocesses", workers),
            *("--part", part, "--junit-xml", str(report), *arguments),
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
