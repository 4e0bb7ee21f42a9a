import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultancy.paper.runs import BREAK, LONGEST, PIECE, let_long_runs_break

FAMILY = "👨\u200d👩\u200d👧"


def test_an_address_of_common_length_stays_whole() -> None:
    address = "https://example.com/" + "a" * (LONGEST - 20)
    assert let_long_runs_break(address) == address


def test_a_longer_run_gets_places_to_break() -> None:
    broken = let_long_runs_break("W" * 20_000)
    assert max(map(len, broken.split(BREAK))) == PIECE


@pytest.mark.parametrize("unit", [FAMILY, "e\u0301", "👍\ufe0f"])
def test_no_break_falls_inside_what_belongs_together(unit: str) -> None:
    first, *others = let_long_runs_break("x" + unit * 200).split(BREAK)
    assert others
    assert all(piece.replace(unit, "") == "" for piece in [first[1:], *others])


@given(st.text(max_size=600))
def test_nothing_but_breaks_is_added(text: str) -> None:
    assert let_long_runs_break(text).replace(BREAK, "") == text.replace(BREAK, "")


def test_what_can_break_already_gets_no_more_breaks() -> None:
    once = let_long_runs_break("0" * 500)
    assert let_long_runs_break(once) == once
