"""Nationalities to choose from: names from CLDR, those the programme meets most often first."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import get_global
from django.utils.translation import get_language
from django.utils.translation import gettext as _

FREQUENT = (
    "AFG",
    "SYR",
    "IRQ",
    "IRN",
    "TUR",
    "UKR",
    "SOM",
    "ERI",
    "ETH",
    "NGA",
    "GMB",
    "GIN",
    "RUS",
    "GEO",
    "PAK",
)
STATELESS, UNSPECIFIED = "XXA", "XXX"
KOSOVO = ("XK", "XKX")
_CODE = 3

Choices = list[tuple[str, str | list[tuple[str, str]]]]


def nationality_choices() -> Choices:
    """Return ISO 3166-1 alpha-3 codes with names in the reader's language, in two groups."""
    names = _names(get_language() or "de")
    frequent = [(code, names[code]) for code in FREQUENT]
    special = [(STATELESS, _("stateless")), (UNSPECIFIED, _("not clarified"))]
    rest = [(code, name) for code, name in names.items() if code not in FREQUENT]
    return [("", "–"), (_("Frequent"), [*frequent, *special]), (_("All countries"), rest)]


@cache
def _names(language: str) -> dict[str, str]:
    locale = Locale.parse(language, sep="-")
    names = {
        code: str(locale.territories[alpha2])
        for alpha2, code in _codes().items()
        if alpha2 in locale.territories
    }
    return dict(sorted(names.items(), key=lambda item: _sorted_as(item[1])))


def _sorted_as(name: str) -> str:
    return name.casefold().translate(str.maketrans("äöüéôåç", "aoueoac"))


@cache
def _codes() -> dict[str, str]:
    """Return alpha-3 by alpha-2 of what is a country now."""
    gone = {"BUR", "ZAR", "DDR", "FXX", "TMP", "YMD"}
    aliases = get_global("territory_aliases")
    codes = {
        targets[0]: alias
        for alias, targets in aliases.items()
        if len(alias) == _CODE and alias.isalpha() and len(targets) == 1 and alias not in gone
    }
    return codes | dict([KOSOVO])


def name_of_country(code: str) -> str:
    """Return a country or nationality in the reader's language; a code that is none stands for itself."""
    special = {"": "", STATELESS: _("stateless"), UNSPECIFIED: _("not clarified")}
    return special.get(code) or _names(get_language() or "de").get(code, code)
