"""How often one network address may ask for what costs something to answer."""

import ipaddress

from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from consultancy.actions.count_asking import count_asking
from consultancy.throttle import network_address

SECONDS = 600
# Whoever has one IPv6 address has 2 ** 64 of them.
NETWORK_BITS = 64


def brings_too_often(request: HttpRequest, *, what: str, most: int) -> bool:
    """Count this request, over all processes; True once there were more than MOST of
    WHAT in ten minutes. Where the database takes nothing in, this process counts."""
    place = f"{what}-{_network(network_address(request))}"
    # A digest with our key: what is stored and backed up names no visitor.
    key = salted_hmac("consultancy.pace", place, algorithm="sha256").hexdigest()
    try:
        return not count_asking(key, most=most, now=timezone.now())
    except DatabaseError:
        return asks_too_often(request, what=what, most=most)


def asks_too_often(request: HttpRequest, *, what: str, most: int) -> bool:
    """Count this request in this process alone, and write nothing: for pages that cost
    little. True once there were more than MOST of WHAT in ten minutes."""
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
