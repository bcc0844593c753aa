"""A browser without a screen: reads pages and fills in their forms as a person would, cookies and CSRF included."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from secrets import token_hex
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

Fields = dict[str, str | list[str] | tuple[str, bytes]]
"""Values by field name; a pair is a file with its name."""


class NotAsExpected(Exception):
    """A page did not answer as it should; the message says which, and what stood there."""


@dataclass(slots=True)
class Form:
    """A form of a page: where it goes and what its fields hold."""

    action: str
    method: str
    multipart: bool
    values: dict[str, list[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    typed: set[str] = field(default_factory=set)
    """Names of the fields into which a reader types."""


@dataclass(slots=True)
class Page:
    """An answer: its address after redirects, status and text."""

    url: str
    status: int
    html: str

    def text(self) -> str:
        """Return what a reader sees, blanks folded."""
        visible = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", self.html, flags=re.DOTALL)
        return " ".join(visible.split())

    def link(self, pattern: str) -> str:
        """Return the first address on the page that matches."""
        found = re.search(rf'(?:href|action)="({pattern})"', self.html)
        if found is None:
            raise NotAsExpected(f"{self.url}: no link like {pattern}; the page says: {self.text()[:400]}")
        return found[1]


class Browser:
    """Keeps cookies, follows redirects, sends forms."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.patience: float = 60
        """Seconds to wait for an answer."""
        self._opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> Page:
        """Open an address; anything but 200 is not as expected."""
        return self._checked(self._open(Request(urljoin(self.base, path))))  # noqa: S310

    def download(self, path: str) -> bytes:
        """Fetch a file."""
        with self._opener.open(urljoin(self.base, path), timeout=60) as answer:
            data: bytes = answer.read()
        return data

    def send(self, page: Page, *, having: str, **filled: str | list[str] | tuple[str, bytes]) -> Page:
        """Fill in the form of the page that has the field ``having`` and send it; a refusal is not as expected."""
        form = next((form for form in forms_of(page) if having in form.names), None)
        if form is None:
            raise NotAsExpected(f"{page.url}: no form with {having}")
        unknown = set(filled) - form.names
        if unknown:
            raise NotAsExpected(f"{page.url}: the form has no field {sorted(unknown)}")
        values: Fields = {**form.values, **filled}
        body, kind = _multipart(values) if form.multipart else (_urlencoded(values), _PLAIN)
        address = urljoin(page.url, form.action)
        headers = {"Content-Type": kind, "Referer": page.url}
        return self._checked(self._open(Request(address, data=body, headers=headers)))  # noqa: S310

    def _open(self, request: Request) -> Page:
        try:
            with self._opener.open(request, timeout=self.patience) as answer:
                return Page(answer.url, answer.status, answer.read().decode())
        except HTTPError as refusal:
            return Page(refusal.url or "", refusal.code, refusal.read().decode(errors="replace"))

    @staticmethod
    def _checked(page: Page) -> Page:
        if page.status != 200:  # noqa: PLR2004
            errors = re.findall(r'class="[^"]*error[^"]*"[^>]*>(.*?)</', page.html, flags=re.DOTALL)
            said = json.dumps([" ".join(re.sub("<[^>]+>", " ", error).split()) for error in errors][:8])
            raise NotAsExpected(f"{page.url} answered {page.status}: {said} {page.text()[:300]}")
        return page


_PLAIN = "application/x-www-form-urlencoded"
_PRESSED = {"submit", "button", "reset", "file", "image"}
_CHOSEN = {*_PRESSED, "hidden", "checkbox", "radio"}


class _Reader(HTMLParser):
    """Collects the forms of a page with what their fields hold."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._select = ""
        self._several = False
        self._textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            multipart = given.get("enctype") == "multipart/form-data"
            self._open = Form(given.get("action", ""), given.get("method", "get"), multipart)
            self.forms.append(self._open)
        elif self._open is not None:
            self._field(tag, given, self._open)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._textarea = ""

    def handle_data(self, data: str) -> None:
        if self._textarea and self._open is not None:
            self._open.values[self._textarea] = [data.removeprefix("\n")]

    def _field(self, tag: str, given: dict[str, str], form: Form) -> None:
        name = given.get("name", "")
        if tag == "option" and self._select:
            self._option(given, form)
        if not name:
            return
        form.names.add(name)
        if tag == "textarea" or (tag == "input" and given.get("type", "text") not in _CHOSEN):
            form.typed.add(name)
        if tag == "select":
            self._select, self._several = name, "multiple" in given
        elif tag == "textarea":
            self._textarea = name
        elif tag == "input" and _counts(given):
            form.values.setdefault(name, []).append(given.get("value", ""))

    def _option(self, given: dict[str, str], form: Form) -> None:
        """A list holds its first entry until another is chosen, as in any browser."""
        value = given.get("value", "")
        if "selected" in given:
            form.values[self._select] = [value]
        elif not self._several:
            form.values.setdefault(self._select, [value])


def _counts(given: dict[str, str]) -> bool:
    if given.get("type") in {"checkbox", "radio"}:
        return "checked" in given
    return given.get("type") not in _PRESSED


def forms_of(page: Page) -> list[Form]:
    """Return the forms of the page in their order."""
    reader = _Reader()
    reader.feed(page.html)
    return reader.forms


def _urlencoded(values: Fields) -> bytes:
    return urlencode(values, doseq=True).encode()


def _multipart(values: Fields) -> tuple[bytes, str]:
    border = token_hex(16)
    parts = []
    for name, value in values.items():
        if isinstance(value, tuple):
            head = f'Content-Disposition: form-data; name="{name}"; filename="{value[0]}"\r\n'
            parts.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + value[1])
            continue
        head = f'Content-Disposition: form-data; name="{name}"\r\n\r\n'
        parts += [f"{head}{one}".encode() for one in ([value] if isinstance(value, str) else value)]
    fence = f"--{border}".encode()
    body = b"".join(fence + b"\r\n" + part + b"\r\n" for part in parts) + fence + b"--\r\n"
    return body, f"multipart/form-data; boundary={border}"
