"""From where a request comes, as far as that can be trusted."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = str(ip_address(0))  # "this host on this network": no address (RFC 1122, 3.2.1.3)
_HOUSEHOLD = 64  # bits of an IPv6 address that name one connection; the rest its owner may choose freely


def address_of(request: HttpRequest) -> str:
    """Return the address of who asks: the entry that our own outermost proxy wrote, never one that the asker chose.

    ``WIR_PROXIES`` says how many proxies of ours stand before the site; each adds one entry at the right of
    ``X-Forwarded-For``. With none, the header is not looked at. IPv6 addresses are cut to the 64 bits of a connection.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.WIR_PROXIES:
        given = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
        address = given[-settings.WIR_PROXIES] if len(given) >= settings.WIR_PROXIES else address
    return _connection(address)


def _connection(address: str) -> str:
    try:
        parsed = ip_address(address)
    except ValueError:
        return UNKNOWN
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(IPv6Address(int(parsed) >> (128 - _HOUSEHOLD) << (128 - _HOUSEHOLD)))
