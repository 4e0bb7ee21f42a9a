"""How often one network address may ask for what costs something to answer."""

import ipaddress

from django.core.cache import cache
from django.http import HttpRequest

from consultancy.throttle import network_address

SECONDS = 600
# Whoever has one IPv6 address has 2 ** 64 of them.
NETWORK_BITS = 64


def asks_too_often(request: HttpRequest, *, what: str, most: int) -> bool:
    """Count this request; True once there were more than MOST of WHAT in ten minutes.

    Counted by this process alone where no shared cache is set up.
    """
    key = f"pace-{what}-{_network(network_address(request))}"
    cache.add(key, 0, SECONDS)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ran out between the two
        return False


def _network(address: str | None) -> str:
    if address is None:
        return "unknown"
    if ipaddress.ip_address(address).version == 4:
        return address
    return str(ipaddress.ip_network(f"{address}/{NETWORK_BITS}", strict=False))
