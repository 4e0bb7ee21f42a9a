import pytest
from django.test import RequestFactory

from consultancy.throttle import email_tried, network_address


def test_capitals_do_not_make_another_account():
    assert email_tried(RequestFactory().post("/"), {"username": "A@B.es"}) == "a@b.es"


def test_an_endless_address_is_cut_to_what_the_database_holds():
    request = RequestFactory().post("/", {"username": "a" * 300})
    assert email_tried(request, None) == "a" * 254


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "address"),
    [
        (False, "203.0.113.9", "192.0.2.1"),
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        (True, "1.1.1.1, no address", None),
        (True, None, "192.0.2.1"),
    ],
)
def test_a_visitor_cannot_choose_his_network_address(
    settings, behind_proxy, forwarded, address
):
    settings.BEHIND_PROXY = behind_proxy
    request = RequestFactory(REMOTE_ADDR="192.0.2.1").get("/")
    if forwarded:
        request.META["HTTP_X_FORWARDED_FOR"] = forwarded
    assert network_address(request) == address


def test_a_socket_has_no_network_address():
    assert network_address(RequestFactory(REMOTE_ADDR="").get("/")) is None
