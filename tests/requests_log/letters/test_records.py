import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_log.letters.errors import LetterError
from requests_log.letters.parts import Channel
from requests_log.letters.records import read, write

NOON = datetime(2026, 11, 22, 12, 0, 0, 5, tzinfo=ZoneInfo("Europe/Madrid"))


@dataclass(frozen=True)
class Leaf:
    words: str
    count: int
    is_ticked: bool


@dataclass(frozen=True)
class Tree:
    leaves: tuple[Leaf, ...]
    at: datetime
    on: date | None
    channel: Channel
    picture: bytes | None
    colour: str = ""


LEAF = Leaf("ñ", 3, True)
TREE = Tree((LEAF, LEAF), NOON, date(2026, 3, 3), Channel.PHONE, b"\x00\xff")
WRITTEN = {
    "leaves": [{"words": "ñ", "count": 3, "is_ticked": True}] * 2,
    "at": "2026-11-22T11:00:00.000005+00:00",
    "on": "2026-03-03",
    "channel": "phone",
    "picture": "AP8=",
    "colour": "",
}

leaves = st.builds(Leaf, st.text(), st.integers(), st.booleans())
moments = st.datetimes(timezones=st.just(UTC))
trees = st.builds(
    Tree,
    st.lists(leaves).map(tuple),
    moments,
    st.none() | st.dates(),
    st.sampled_from(Channel),
    st.none() | st.binary(),
)


def test_a_record_holds_plain_values_only() -> None:
    assert write(TREE) == WRITTEN
    assert type(write(TREE)["channel"]) is str


@given(trees)
def test_what_was_written_is_read_back_equal(tree: Tree) -> None:
    assert read(Tree, json.loads(json.dumps(write(tree)))) == tree


def test_a_record_from_before_a_field_was_thought_of_is_read() -> None:
    old = {name: value for name, value in WRITTEN.items() if name != "colour"}
    assert read(Tree, old) == TREE


@pytest.mark.parametrize(
    "changes",
    [
        {"unknown": 1},
        {"at": "2026-11-22T11:00:00"},
        {"at": "yesterday"},
        {"at": None},
        {"channel": "pigeon"},
        {"picture": "***"},
        {"leaves": {}},
        {"leaves": [{"words": 1, "count": 3, "is_ticked": True}]},
        {"leaves": [{"words": "x", "count": True, "is_ticked": True}]},
        {"leaves": [{"words": "x", "count": 3}]},
    ],
)
def test_a_record_of_another_shape_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(LetterError):
        read(Tree, WRITTEN | changes)


@pytest.mark.parametrize(
    "value", [1.5, NOON.replace(tzinfo=None), "half \ud83d", {"a": 1}, [1]]
)
def test_what_has_no_one_written_form_is_refused(value: object) -> None:
    with pytest.raises(LetterError):
        write((value,))
