"""The figures the triage is measured by."""

import pytest

from tests.points.measure import macro_f1, share


def test_macro_f1_is_the_mean_over_the_verdicts():
    pairs = [("fine", "fine"), ("fine", "bad_practice"), ("bad_practice", "fine")]
    assert macro_f1(pairs) == pytest.approx((0 + 0 + 0.5) / 3)


def test_a_share_of_nothing_is_none():
    assert share([]) == 0.0
    assert share([True, False]) == 0.5
