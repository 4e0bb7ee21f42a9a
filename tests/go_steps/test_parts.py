"""Every test plays in the parts that it is for, and browsers play apart."""

from pathlib import Path

import pytest

from go_steps.console import ROOT
from go_steps.parts import BROWSER, ONE_ENGINE, PARTS, belongs


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("tests/consultancy/test_storage.py", {"everything", "database"}),
        ("tests/consultancy/paper/test_sign.py", {"everything"}),
        ("tests/test_go.py", {"everything"}),
        ("tests/forgeries/test_table.py", {"everything"}),
        ("tests/browser/screens/test_today.py", {"browser"}),
        ("tests/journey/test_override.py", {"browser"}),
        ("tests", set(PARTS)),
    ],
)
def test_a_path_plays_where_it_should(path: str, parts: set[str]) -> None:
    assert {part for part in PARTS if belongs(Path(path), part)} == parts


def test_the_rooms_that_play_apart_are_there() -> None:
    rooms = [*BROWSER, *ONE_ENGINE]
    assert [room for room in rooms if not (ROOT / room).exists()] == []
