"""What the site asks of other machines, and what nobody can make it ask."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import IPv4Address
from threading import Thread
from typing import ClassVar

import pytest
from django.test import override_settings

from wir.kit.outgoing import CannotAsk, OutgoingProblem, ask, is_public


class Answers(BaseHTTPRequestHandler):
    """A machine on this machine."""

    asked: ClassVar[list[tuple[str, bytes]]] = []

    def do_GET(self) -> None:
        self.asked.append((self.path, b""))
        size = 2_000 if self.path == "/large" else 2
        self.send_response(302 if self.path == "/away" else 200)
        self.send_header("Location", "http://169.254.169.254/latest/meta-data/")
        self.send_header("Content-Length", str(size))
        self.end_headers()
        self.wfile.write(b"o" * size)

    def do_POST(self) -> None:
        self.asked.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(201)
        self.end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


@pytest.fixture
def machine() -> Iterator[str]:
    Answers.asked.clear()
    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        here = f"127.0.0.1:{server.server_port}"
        with override_settings(OUTGOING_LOOPBACK_FOR_TESTS=frozenset({here})):
            yield f"http://{here}"
        server.shutdown()
        thread.join()


def _problem(url: str, *, most_bytes: int = 1_000) -> OutgoingProblem:
    with pytest.raises(CannotAsk) as refused:
        ask(url, most_bytes=most_bytes)
    return refused.value.problem


def test_an_answer_comes_with_status_and_body(machine: str) -> None:
    reply = ask(f"{machine}/list?day=1")
    sent = ask(f"{machine}/list", method="POST", body=b"x=1")

    assert (reply.status, reply.body, sent.status) == (200, b"oo", 201)
    assert Answers.asked == [("/list?day=1", b""), ("/list", b"x=1")]


def test_a_redirect_is_not_followed_wherever_it_leads(machine: str) -> None:
    assert _problem(f"{machine}/away") is OutgoingProblem.REDIRECTED
    assert Answers.asked == [("/away", b"")]


def test_a_large_answer_is_not_taken(machine: str) -> None:
    assert _problem(f"{machine}/large", most_bytes=1_999) is OutgoingProblem.TOO_LARGE
    assert len(ask(f"{machine}/large", most_bytes=2_000).body) == 2_000


def test_a_machine_that_does_not_answer_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        here = f"127.0.0.1:{silent.getsockname()[1]}"
        allowed = override_settings(OUTGOING_LOOPBACK_FOR_TESTS=frozenset({here}))
        with allowed, pytest.raises(CannotAsk) as refused:
            ask(f"http://{here}/", seconds=0.05)

    assert refused.value.problem is OutgoingProblem.TOO_SLOW


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://example.org/", OutgoingProblem.NO_HTTPS),
        ("ftp://example.org/", OutgoingProblem.NO_HTTPS),
        ("file:///etc/passwd", OutgoingProblem.NOT_AN_ADDRESS),
        ("https://", OutgoingProblem.NOT_AN_ADDRESS),
        ("https://[::1", OutgoingProblem.NOT_AN_ADDRESS),
        ("https://example.org:port/", OutgoingProblem.NOT_AN_ADDRESS),
        ("https://user:word@example.org/", OutgoingProblem.NOT_AN_ADDRESS),
        ("https://example.org/\r\nHost: evil", OutgoingProblem.NOT_AN_ADDRESS),
        ("https://evil.example/", OutgoingProblem.HOST_NOT_ALLOWED),
        ("https://example.org.evil.example/", OutgoingProblem.HOST_NOT_ALLOWED),
        ("https://example.org:8443/", OutgoingProblem.HOST_NOT_ALLOWED),
        ("https://127.0.0.1/", OutgoingProblem.HOST_NOT_ALLOWED),
    ],
)
def test_only_named_hosts_over_https_are_asked(url: str, problem: OutgoingProblem) -> None:
    with override_settings(OUTGOING_HOSTS=frozenset({"example.org"})):
        assert _problem(url) is problem


@pytest.mark.parametrize("address", ["10.0.0.1", "127.0.0.1", "169.254.169.254", "::1", "fd00::1"])
def test_a_named_host_whose_name_server_says_an_inner_address_is_not_asked(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [(0, 0, 0, "", ("93.184.216.34", 443)), (0, 0, 0, "", (address, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: found)
    with override_settings(OUTGOING_HOSTS=frozenset({"example.org"})):
        assert _problem("https://example.org/") is OutgoingProblem.NOT_PUBLIC


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        (str(IPv4Address(0)), False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::ffff:127.0.0.1", False),
        ("fe80::1%eth0", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::a00:1", False),
    ],
)
def test_what_counts_as_public(address: str, public: bool) -> None:
    assert is_public(address) is public
