"""A client that keeps its connection and its cookies, and looks at the clock."""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from wir.cli.server import HOST

SIGN_IN = "/konto/anmelden/"
_FORM = "application/x-www-form-urlencoded"


class NotAnswered(Exception):
    """A page answered with another status than expected; measuring it would mean nothing."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer and how long it took, in milliseconds."""

    status: int
    milliseconds: float


class Client:
    """One browser of the bench."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self._port = port
        self._connection = http.client.HTTPConnection(HOST, port, timeout=120)
        self.cookies = dict(cookies or {})

    def get(self, path: str) -> Reply:
        """Open a page."""
        return self._ask("GET", path, None)

    def post(self, path: str, fields: dict[str, str]) -> Reply:
        """Send a form; the token of the cookie goes with it, as the page's own form would send it."""
        body = urlencode({"csrfmiddlewaretoken": self.cookies.get("csrftoken", ""), **fields})
        return self._ask("POST", path, body)

    def sign_in(self, email: str, password: str) -> Reply:
        """Sign in as a browser does; return how long the second step, with the password, took."""
        self.get(SIGN_IN)
        reply = self.post(SIGN_IN, {"login": email, "password": password})
        if "sessionid" not in self.cookies:
            raise NotAnswered(f"sign-in answered {reply.status} and gave no session")
        return reply

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _ask(self, method: str, path: str, body: str | None) -> Reply:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = _FORM
        begun = time.perf_counter()
        try:
            answer = self._send(method, path, body, headers)
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            self._connection.close()  # the server lets go of idle connections
            begun = time.perf_counter()
            answer = self._send(method, path, body, headers)
        answer.read()
        taken = (time.perf_counter() - begun) * 1000
        for line in answer.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return Reply(answer.status, taken)

    def _send(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> http.client.HTTPResponse:
        self._connection.request(method, path, body, headers)
        return self._connection.getresponse()
