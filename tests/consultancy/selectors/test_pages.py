from datetime import timedelta

import pytest

from requests_log.models import ClientRequest
from requests_log.selectors.lists import requests_listed
from tests.people import NOW, make_request


@pytest.fixture
def sixty(bruno):
    """Sixty requests, three at each minute: keys that differ by id alone."""
    first = make_request(bruno)
    for n in range(59):
        ClientRequest.objects.create(
            consultant=bruno.consultant,
            client=bruno,
            message=first.message,
            text=str(n),
            stage="logged",
            verdict="fine",
            received_at=NOW - timedelta(minutes=n // 3),
        )
    return bruno.consultant


def test_the_pages_together_are_all_rows_newest_first(sixty):
    seen, key = [], None
    while True:
        page = requests_page(sixty, after=key)
        seen += page.rows
        key = page.next_key
        if key is None:
            break
    assert len(seen) == len({row.pk for row in seen}) == 60
    keys = [(row.received_at, row.pk) for row in seen]
    assert keys == sorted(keys, reverse=True)


def requests_page(consultant, after):
    return requests_listed(consultant, after=after).page


@pytest.mark.parametrize(
    "key", ["", "x", "2026-13-45~1", "2026-11-22T10:00:00~1", "~", "9" * 5000, "a~b~c"]
)
def test_a_key_that_is_none_of_ours_starts_from_the_top(sixty, key):
    assert requests_page(sixty, after=key) == requests_page(sixty, after=None)


def test_a_page_is_two_queries_at_most(sixty, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        requests_page(sixty, after=None)
