"""The participants' languages: how they name themselves and from which side they are read."""

from babel import Locale

LANGUAGES = ("ar", "fa", "ps", "ckb", "ku", "ti", "so", "uk", "ru", "tr", "fr")
"""Languages in which sentences can be entered and released."""


def name_of(language: str) -> str:
    """Return the language's own name."""
    return Locale.parse(language).display_name or language


def reads_from_right(language: str) -> bool:
    """Whether the language is written from right to left."""
    return Locale.parse(language).text_direction == "rtl"
