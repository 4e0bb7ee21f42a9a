"""Who is left out when the points are tried."""

from itertools import chain

from tests.points.__main__ import GROUPS, groups
from tests.points.messages import writers


def test_each_writer_is_left_out_once_and_most_of_them_stay():
    left_out = groups()
    assert sorted(chain.from_iterable(left_out)) == writers()
    assert len(left_out) == GROUPS
    assert max(map(len, left_out)) < len(writers()) / 4
