"""Pytest's `--part` chooses by path, named on the command line or not."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import conftest
from go_steps.console import ROOT

SCREEN = ROOT / "tests" / "browser" / "test_screen.py"
MODEL = ROOT / "tests" / "consultancy" / "test_model.py"


def asked_for(part: str | None) -> Any:
    """Return as much of pytest's configuration as the hooks read."""
    hook = SimpleNamespace(pytest_deselected=lambda items: None)
    return SimpleNamespace(rootpath=ROOT, getoption=lambda _: part, hook=hook)


@pytest.mark.parametrize(
    ("part", "path", "ignored"),
    [
        ("everything", SCREEN, True),
        ("everything", MODEL, None),
        ("browser", MODEL, True),
        ("browser", SCREEN, None),
        (None, SCREEN, None),
        ("browser", Path("/elsewhere/test_x.py"), None),
    ],
)
def test_files_of_another_part_are_not_even_read(
    part: str | None, path: Path, ignored: bool | None
) -> None:
    assert conftest.pytest_ignore_collect(path, asked_for(part)) is ignored


def test_what_was_named_but_plays_elsewhere_is_left_out() -> None:
    items: list[Any] = [SimpleNamespace(path=SCREEN), SimpleNamespace(path=MODEL)]
    conftest.pytest_collection_modifyitems(asked_for("database"), items)
    assert [item.path for item in items] == [MODEL]
