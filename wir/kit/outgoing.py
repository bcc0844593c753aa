"""The one way in which the site asks other machines: named hosts, public addresses, bounded time and size.

Whoever may enter an address (a list to fetch, a provider to sign in with) could otherwise let the site ask its own
network for them (server-side request forgery). Standard library only; nothing is followed, nothing is kept.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

HTTPS_PORT = 443
CHUNK = 64 * 1024  # bytes
_ELSEWHERE = frozenset({300, 301, 302, 303, 305, 307, 308})  # RFC 9110, 15.4
_NAT64 = (
    IPv6Network("64:ff9b::/96"),
    IPv6Network("64:ff9b:1::/48"),
)  # RFC 6052, RFC 8215: an IPv4 address within


class OutgoingProblem(StrEnum):
    """Why a request was not made, or its answer not taken."""

    NO_HTTPS = "no_https"
    NOT_AN_ADDRESS = "not_an_address"
    HOST_NOT_ALLOWED = "host_not_allowed"
    UNKNOWN_HOST = "unknown_host"
    NOT_PUBLIC = "not_public"
    REDIRECTED = "redirected"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    NO_ANSWER = "no_answer"


class CannotAsk(Exception):
    """The request was refused; ``problem`` says why. The address is not repeated: it may hold a key."""

    def __init__(self, problem: OutgoingProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Reply:
    """What another machine answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class _Target:
    parts: SplitResult
    host: str
    port: int
    address: str
    secure: bool = field(default=True)

    def way(self) -> str:
        path = self.parts.path or "/"
        return f"{path}?{self.parts.query}" if self.parts.query else path


def ask(
    url: str,
    *,
    method: str = "GET",
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    most_bytes: int = 1_000_000,
    seconds: float = 10,
) -> Reply:
    """Ask another machine over HTTPS and return its answer; redirects are refused, not followed.

    The host must be one of ``OUTGOING_HOSTS``. It is resolved once, every address found must be public, and the
    connection goes to the one that was checked, so that a second answer of the name server cannot lead elsewhere.
    Raises CannotAsk.
    """
    give_up_at = time.monotonic() + seconds
    target = _target(url)
    connection = _Pinned(target, timeout=seconds)
    try:
        connection.request(method, target.way(), body, dict(headers or {}))
        with connection.getresponse() as answer:
            if answer.status in _ELSEWHERE:
                raise CannotAsk(OutgoingProblem.REDIRECTED)
            return Reply(answer.status, dict(answer.headers), _read(answer, most_bytes, give_up_at))
    except TimeoutError as error:
        raise CannotAsk(OutgoingProblem.TOO_SLOW) from error
    except (OSError, http.client.HTTPException) as error:
        raise CannotAsk(OutgoingProblem.NO_ANSWER) from error
    finally:
        connection.close()


def is_public(address: str) -> bool:
    """Whether the address lies in the internet, not in this machine, its network or its provider's inside."""
    parsed: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(parsed, IPv6Address):
        if parsed.sixtofour or parsed.teredo or any(parsed in network for network in _NAT64):
            return False
        parsed = parsed.ipv4_mapped or parsed
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


class _Pinned(http.client.HTTPConnection):
    """A connection to the address that was checked, with the certificate of the name that was asked for."""

    def __init__(self, target: _Target, *, timeout: float) -> None:
        super().__init__(target.host, target.port, timeout=timeout)
        self._target = target

    def connect(self) -> None:
        plain = socket.create_connection((self._target.address, self._target.port), self.timeout)
        if self._target.secure:
            self.sock = _encrypted(plain, self._target.host)
        else:
            self.sock = plain


def _encrypted(plain: socket.socket, host: str) -> ssl.SSLSocket:
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except OSError:
        plain.close()
        raise


def _target(url: str) -> _Target:
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError as error:
        raise CannotAsk(OutgoingProblem.NOT_AN_ADDRESS) from error
    if any(sign <= " " or sign == "\x7f" for sign in url) or not host or parts.username is not None:
        raise CannotAsk(OutgoingProblem.NOT_AN_ADDRESS)
    if f"{host}:{port}" in settings.OUTGOING_LOOPBACK_FOR_TESTS:
        return _Target(parts, host, port or HTTPS_PORT, host, secure=False)
    if parts.scheme != "https":
        raise CannotAsk(OutgoingProblem.NO_HTTPS)
    if host not in settings.OUTGOING_HOSTS or port not in {None, HTTPS_PORT}:
        raise CannotAsk(OutgoingProblem.HOST_NOT_ALLOWED)
    return _Target(parts, host, HTTPS_PORT, _checked_address(host))


def _checked_address(host: str) -> str:
    try:
        found = socket.getaddrinfo(host, HTTPS_PORT, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise CannotAsk(OutgoingProblem.UNKNOWN_HOST) from error
    addresses = [str(one[4][0]) for one in found]
    if not addresses or not all(is_public(one) for one in addresses):
        raise CannotAsk(OutgoingProblem.NOT_PUBLIC)
    return addresses[0]


def _read(answer: http.client.HTTPResponse, most_bytes: int, give_up_at: float) -> bytes:
    content = bytearray()
    while chunk := answer.read1(CHUNK):
        content += chunk
        if len(content) > most_bytes:
            raise CannotAsk(OutgoingProblem.TOO_LARGE)
        if time.monotonic() > give_up_at:
            raise CannotAsk(OutgoingProblem.TOO_SLOW)
    return bytes(content)
