"""Which servers may be asked at an address that strangers wrote into a certificate."""

import ipaddress
import socket
from collections.abc import Collection
from urllib.parse import urlsplit

from .errors import FetchFailed

PORTS = {"http": 80, "https": 443}
# Such an address stands for one of the older kind, which may be any.
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


def address_to_ask(url: str, *, allowed: Collection[str] = ()) -> str:
    """Return the IP address to connect to for URL. Raises FetchFailed: PRIVATE where
    it leads into a network that is not the public one, and its host is not ALLOWED.

    The caller connects to this very address: asked again, a name may lead elsewhere.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchFailed(FetchFailed.UNREACHABLE, str(error)) from error
    host = parts.hostname or ""
    if parts.scheme not in PORTS or not host:
        raise FetchFailed(FetchFailed.PRIVATE, url)
    addresses = _addresses(host)
    if host not in allowed:
        is_usual = port in {None, PORTS[parts.scheme]}
        if not is_usual or not all(map(_is_public, addresses)):
            raise FetchFailed(FetchFailed.PRIVATE, url)
    return addresses[0]


def _addresses(host: str) -> list[str]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as error:
        raise FetchFailed(FetchFailed.UNREACHABLE, str(error)) from error
    # More machines have a way to the older kind of address than to the newer.
    first = sorted(found, key=lambda each: each[0] != socket.AF_INET)
    return [str(each[4][0]) for each in first]


def _is_public(told: str) -> bool:
    address = ipaddress.ip_address(told.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None or address in TRANSLATED:
            return False
    return address.is_global and not address.is_multicast
