import pytest

from requests_log.selectors.back_test import MOST_READ, SoFar
from requests_log.views.own_rule_progress import progress_text, so_far_of


def test_what_was_counted_comes_back():
    so_far = SoFar("2026-11-22T10:00:00+00:00~5", 100, 3, 2, 1)
    assert so_far_of(progress_text(so_far)) == so_far


@pytest.mark.parametrize("text", ["", "x", "|1|2|3", "|1|2|3|-4", "|1|2|3|²", "|" * 9])
def test_anything_else_is_the_beginning(text):
    assert so_far_of(text) == SoFar()


def test_nobody_counts_further_than_is_read():
    assert so_far_of("|99999|1|1|1").read == MOST_READ
