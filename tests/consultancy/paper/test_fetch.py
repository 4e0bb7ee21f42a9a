from collections.abc import Iterator

import pytest

from consultancy.paper.errors import FetchFailed
from consultancy.paper.fetch import Question, fetch

from .fake_issuers import Issuers, fake_issuers


@pytest.fixture(scope="module")
def server() -> Iterator[Issuers]:
    with fake_issuers() as issuers:
        yield issuers


def test_it_connects_where_it_is_told_and_speaks_to_the_name(server: Issuers) -> None:
    port = server.url.rsplit(":", 1)[1]
    url = f"http://crl.example:{port}/Time-CA.crl"
    assert fetch(Question(url, 100_000, connect_to="127.0.0.1"), seconds=2)
    with pytest.raises(FetchFailed):
        fetch(Question(url, 100_000), seconds=2)


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        ("error", FetchFailed.REFUSED),
        ("redirect", FetchFailed.REFUSED),
        ("slow", FetchFailed.LATE),
        ("huge", FetchFailed.HUGE),
    ],
)
def test_what_goes_wrong_is_told_apart(server: Issuers, does: str, reason: str) -> None:
    server.does["/Time-CA.crl"] = does
    question = Question(f"{server.url}/Time-CA.crl", 100_000)
    with pytest.raises(FetchFailed) as caught:
        fetch(question, seconds=0.5)
    assert caught.value.reason == reason


def test_an_address_with_a_line_break_is_not_sent(server: Issuers) -> None:
    with pytest.raises(FetchFailed):
        fetch(Question(f"{server.url}/a b\x7f", 1_000), seconds=1)
