"""The tree speaks of the project alone: of no machine, no registry, no loose end."""

import re
from pathlib import Path

import pytest

from tests.house.tree import TEXTS, files, text

THIS = Path("tests/house/test_belongings.py")
MACHINE = re.compile(r"/(work|root|Users)/\w|/home/\w+/")
# An index to install from, however it is called, and what lock files point at.
REGISTRY = re.compile(r"--(extra-)?index-url|https?://\S+/(simple|packages)/")
LOOSE_END = re.compile(r"\b(TODO|FIXME|NotImplementedError)\b")
CODE = {".css", ".html", ".js", ".py"}


def texts(suffixes: set[str]) -> list[Path]:
    """Return the files of these kinds; this one names what it forbids."""
    return [path for path in files() if path.suffix in suffixes and path != THIS]


@pytest.mark.parametrize(
    ("forbidden", "suffixes"),
    [(MACHINE, TEXTS), (REGISTRY, TEXTS), (LOOSE_END, CODE)],
    ids=["machine", "registry", "loose end"],
)
def test_no_file_speaks_of_it(forbidden: re.Pattern[str], suffixes: set[str]) -> None:
    found = [
        f"{path}: {match.group()}"
        for path in texts(suffixes)
        if (match := forbidden.search(text(path)))
    ]
    assert found == []
