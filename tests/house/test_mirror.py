"""Tests stand where the tree says: of a/b/c.py in tests/a/b/test_c.py."""

from pathlib import Path

from go_steps.console import ROOT
from tests.house.tree import APPS, python_files


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in python_files("tests")}
    bare = [str(path) for path in folders if not (ROOT / path / "__init__.py").exists()]
    assert bare == []


def test_every_test_is_named_after_what_it_tests() -> None:
    lost = [
        str(test)
        for test in python_files("tests")
        if test.name.startswith("test_") and test.parts[1] in APPS
        if not _is_there(Path(*test.parts[1:-1], test.stem.removeprefix("test_")))
    ]
    assert lost == []


def _is_there(tested: Path) -> bool:
    """Say whether a file, or a folder, of that name stands there: a README counts."""
    names = {path.stem.lower() for path in (ROOT / tested.parent).glob("*")}
    return tested.name in names
