"""./go lock: write requirements.txt and requirements-test.txt from pyproject.toml."""

import argparse
import hashlib
import json
import tomllib
from pathlib import Path

from go_steps import environment
from go_steps.console import ROOT, call, say

PROJECT = ROOT / "pyproject.toml"
EXTRAS = {environment.RUN_REQUIREMENTS: [], environment.TEST_REQUIREMENTS: ["test"]}


def main(arguments: list[str]) -> int:
    """Resolve again, keeping the versions pinned now unless --upgrade asks for new."""
    parser = argparse.ArgumentParser(prog="./go lock", description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take newer versions")
    parser.add_argument("--check", action="store_true", help="only say whether in step")
    asked = parser.parse_args(arguments)
    return _check() if asked.check else _write(["--upgrade"] if asked.upgrade else [])


def _check() -> int:
    """Say which file was made from other dependencies than pyproject.toml has now."""
    stale = [
        requirements.name
        for requirements, extras in EXTRAS.items()
        if not requirements.read_text("utf-8").startswith(header(extras))
    ]
    if stale:
        print(f"out of step with pyproject.toml: {', '.join(stale)}. Run ./go lock")
    return 1 if stale else 0


def _write(upgrade: list[str]) -> int:
    environment.ensure_venv()
    call([*environment.pip(), "install", *_declared()["lock"]])
    for requirements, extras in EXTRAS.items():
        say(f"Resolving {requirements.name}")
        call([*_compile(requirements, extras), *upgrade])
        pins = requirements.read_text("utf-8")
        requirements.write_text(header(extras) + pins, "utf-8")
    return 0


def header(extras: list[str]) -> str:
    """Return the first line of a requirements file: what it was made from."""
    declared = {name: _declared()[name] for name in ["run", *extras]}
    digest = hashlib.sha256(json.dumps(declared, sort_keys=True).encode()).hexdigest()
    return f"# Made by ./go lock from pyproject.toml, dependencies {digest[:16]}\n"


def _declared() -> dict[str, list[str]]:
    """Return what pyproject.toml asks for, by extra; `run` is what all need."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    return {"run": project["dependencies"], **project["optional-dependencies"]}


def _compile(requirements: Path, extras: list[str]) -> list[str]:
    return [
        *(str(environment.PYTHON), "-m", "uv", "pip", "compile", "--quiet"),
        *("--universal", "--python-version", "3.11", "--generate-hashes"),
        *("--no-header", "--output-file", str(requirements)),
        *(word for extra in extras for word in ("--extra", extra)),
        str(PROJECT),
    ]
