"""Numbers side by side in one."""

from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as some

from requests_log.triage.lanes import Lanes

MOST = 2**39 - 1
ROWS = some.lists(
    some.dictionaries(some.sampled_from("abcd"), some.integers(-9_999, 9_999))
)


@given(ROWS)
def test_rows_added_up_packed_are_added_up_one_by_one(rows):
    lanes = Lanes()
    total = sum(lanes.pack(row.items()) for row in rows)
    for name in "abcd":
        assert lanes.number(total, name) == sum(row.get(name, 0) for row in rows)


@given(some.integers(-MOST, MOST), some.integers(-MOST, MOST))
def test_a_number_does_not_spill_into_the_next(one, other):
    lanes = Lanes()
    packed = lanes.pack([("a", one), ("b", other), ("c", 0)])
    assert [lanes.number(packed, name) for name in "abc"] == [one, other, 0]


def test_lanes_are_given_once_however_many_ask():
    lanes, names = Lanes(), [f"code_{number}" for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        packed = list(pool.map(lambda name: lanes.pack([(name, -7)]), names * 5))
    assert len(set(packed)) == len(names)
    assert {lanes.number(sum(packed), name) for name in names} == {-35}


def test_what_was_never_packed_is_nothing():
    assert Lanes().number(12, "a") == 0
