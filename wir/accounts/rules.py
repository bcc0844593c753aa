"""What can be said about a device without remembering too much of it, and what an account's owner is told of."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum, auto

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
"""What the header holds, and the browser; the first that fits: nearly all call themselves Safari too."""

SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Device:
    """Browser and system by name; empty when unknown."""

    browser: str
    system: str


def device_of(user_agent: str) -> Device:
    """Return the device that a User-Agent header (RFC 9110, 10.1.5) tells of."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in SYSTEMS if sign in user_agent), "")
    return Device(browser, system)


class SecurityChange(StrEnum):
    """What the owner of an account is told of by mail, whoever did it."""

    PASSWORD_CHANGED = auto()
    APP_ADDED = auto()
    APP_REMOVED = auto()
    PASSKEY_ADDED = auto()
    PASSKEY_REMOVED = auto()
    CODES_RENEWED = auto()
    FACTORS_REMOVED = auto()
    NEW_DEVICE = auto()
    SIGNED_OUT = auto()
    PROVIDER_LINKED = auto()


CONTEXT_WORDS = (
    "netzwerk", "netzwerke", "wir", "integration", "integrieren", "geflüchtete", "flüchtling", "refugee",
    "arbeitsmarkt", "regional", "beratung", "berater", "beraterin", "jobcenter", "agentur", "arbeit", "träger",
    "teilprojekt", "koordination", "projekt", "fallakte", "passwort", "kennwort", "password", "anmeldung", "willkommen",
    "welcome", "sommer", "winter", "frühling", "herbst", "geheim", "hallo", "mein", "dein",
)  # fmt: skip
"""Words that whoever guesses here tries first: the programme's, the trade's, and those of all guessers."""

OWN_LETTERS = 8


def is_made_of_context(password: str, words: Iterable[str] = CONTEXT_WORDS) -> bool:
    """Return whether fewer than eight letters of a password are left without the words that everybody would try."""
    left = password.casefold()
    for word in sorted(words, key=len, reverse=True):
        left = left.replace(word.casefold(), "")
    return sum(sign.isalpha() for sign in left) < OWN_LETTERS and left != password.casefold()


KNOWLEDGE = frozenset({"pwd", "pin", "kba"})
POSSESSION = frozenset({"otp", "hwk", "swk", "pop", "sc", "sms", "tel"})
INHERENCE = frozenset({"face", "fpt", "iris", "retina", "vbm"})


def asserts_second_factor(amr: Iterable[str], acr: str, accepted_acr: Collection[str]) -> bool:
    """Return whether a provider says that a second factor was used.

    ``amr`` holds methods of RFC 8176: ``mfa`` says it outright, methods of two kinds say it together. ``acr`` counts
    when it is among those that the operator accepts; its values are each provider's own.
    """
    methods = {str(method) for method in amr}
    kinds = sum(bool(methods & kind) for kind in (KNOWLEDGE, POSSESSION, INHERENCE))
    return "mfa" in methods or kinds > 1 or (bool(acr) and acr in accepted_acr)
