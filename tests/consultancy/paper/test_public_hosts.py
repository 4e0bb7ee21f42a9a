"""Certificates name addresses that anybody may have written: none leads inside."""

import socket
from typing import Any

import pytest

from consultancy.paper.errors import FetchFailed
from consultancy.paper.public_hosts import address_to_ask


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What each name leads to; one that is not here, nowhere."""
    known: dict[str, list[str]] = {}

    def look_up(host: str, *_args: object, **_more: object) -> list[Any]:
        if host not in known:
            raise socket.gaierror(host)
        return [
            (
                socket.AF_INET6 if ":" in each else socket.AF_INET,
                socket.SOCK_STREAM,
                6,
                "",
                (each, 0),
            )
            for each in known[host]
        ]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return known


def reason(url: str, **more: Any) -> str:
    with pytest.raises(FetchFailed) as caught:
        address_to_ask(url, **more)
    return caught.value.reason


def test_a_public_server_is_asked_at_the_address_that_was_looked_at(
    names: dict[str, list[str]],
) -> None:
    names["crl.example"] = ["2606:2800:220:1::1", "93.184.216.34"]
    for url in ("http://crl.example/a.crl", "https://crl.example:443/a.crl"):
        assert address_to_ask(url) == "93.184.216.34"


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.7", "192.168.1.1", "172.16.0.1", "169.254.169.254"),
        *("100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::"),
        *("fe80::1", "fd00::1", "::ffff:10.0.0.7", "2002:a00:7::1", "ff02::1"),
        *("fe80::1%eth0", "64:ff9b::a00:7"),
    ],
)
def test_no_address_inside_is_asked(names: dict[str, list[str]], address: str) -> None:
    names["crl.example"] = [address]
    assert reason("http://crl.example/a.crl") == FetchFailed.PRIVATE
    names["crl.example"] = ["93.184.216.34", address]
    assert reason("http://crl.example/a.crl") == FetchFailed.PRIVATE


def test_what_the_settings_allow_is_asked_wherever_it_stands(
    names: dict[str, list[str]],
) -> None:
    names |= {"pki.lan": ["10.0.0.7"], "other.lan": ["10.0.0.7"]}
    assert address_to_ask("http://pki.lan:8080/", allowed=["pki.lan"]) == "10.0.0.7"
    assert reason("http://other.lan/", allowed=["pki.lan"]) == FetchFailed.PRIVATE


@pytest.mark.parametrize(
    "url",
    ["http://crl.example:25/", "https://crl.example:80/", "http://crl.example:0/"],
)
def test_only_the_usual_doors_are_knocked_at(
    names: dict[str, list[str]], url: str
) -> None:
    names["crl.example"] = ["93.184.216.34"]
    assert reason(url) == FetchFailed.PRIVATE


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ldap://x/", "http:///a", ""])
def test_no_other_way_is_taken(names: dict[str, list[str]], url: str) -> None:
    assert reason(url) == FetchFailed.PRIVATE


@pytest.mark.parametrize("url", ["http://gone.example/", "http://[x/", "http://a:b/"])
def test_what_leads_nowhere_is_not_reached(
    names: dict[str, list[str]], url: str
) -> None:
    assert reason(url) == FetchFailed.UNREACHABLE
