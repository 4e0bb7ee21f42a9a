import pytest
from django.test import RequestFactory

from consultancy.web.pace import asks_too_often


def ask(address, most=2):
    request = RequestFactory().get("/", REMOTE_ADDR=address)
    return asks_too_often(request, what="test", most=most)


def test_who_asks_too_often_is_told_and_others_are_not():
    assert [ask("192.0.2.1") for _ in range(4)] == [False, False, True, True]
    assert not ask("192.0.2.2")


def test_one_ipv6_network_counts_as_one():
    assert not ask("2001:db8::1", most=1)
    assert ask("2001:db8::ffff", most=1)
    assert not ask("2001:db8:0:1::1", most=1)


@pytest.mark.parametrize("address", ["", "nowhere"])
def test_who_has_no_address_counts_with_the_others_who_have_none(address):
    assert not ask(address, most=1)
    assert ask("", most=1)
