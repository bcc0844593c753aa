"""Notices under Art. 13 GDPR in the languages of the programme, from ``privacy/data/notices``.

The German text is the reference. A machine draft that no qualified person has released is never handed out alone:
it says so at its top and the German text follows it.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from wir.privacy.rules.purposes import Purpose
from wir.privacy.rules.register import RetentionRule, processing_of

REFERENCE = "de"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "ps"})
_BLANK = "____"
ALONE = frozenset({"reference", "released"})
"""States in which a text may be handed out as the only one."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One language's page: headings with their paragraphs, in reading order; ``warning`` where it is a draft."""

    language: str
    right_to_left: bool
    heading: str
    title: str
    warning: str
    controller: str
    officer: str
    handed: str
    parts: tuple[tuple[str, str], ...]

    @property
    def lang(self) -> str:
        """The language tag of HTML (BCP 47)."""
        return "de" if self.language == "de-simple" else self.language


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a text, the reference first."""
    found = sorted(
        entry.name.removesuffix(".toml")
        for entry in files("wir.privacy.data.notices").iterdir()
        if entry.name.endswith(".toml")
    )
    return (REFERENCE, *(code for code in found if code != REFERENCE))


def sheets(purpose: Purpose, language: str, *, months: int | None = None) -> tuple[Sheet, ...]:
    """Return the sheets about one purpose for somebody who reads this language.

    ``months`` is what the controller decided about keeping; while it is undecided a blank is left to fill in. A
    language without a text gets the German one.
    """
    wanted = language if language in languages() else REFERENCE
    own = _sheet(purpose, wanted, months)
    if _text(wanted)["state"] in ALONE:
        return (own,)
    return (own, _sheet(purpose, REFERENCE, months))


def _sheet(purpose: Purpose, language: str, months: int | None) -> Sheet:
    text, entry = _text(language), processing_of(purpose)
    about = text[purpose.value]
    if entry.retention.rule is RetentionRule.YEARS_AFTER_LAST_PAYMENT:
        kept = text["kept_payment"]
    else:
        kept = text["kept_months"] % {"months": _BLANK if months is None else months}
    return Sheet(
        language=language,
        right_to_left=language in RIGHT_TO_LEFT,
        heading=text["heading"],
        title=about["title"],
        warning="" if text["state"] in ALONE else text["both"],
        controller=text["controller"],
        officer=text["officer"],
        handed=text["handed"],
        parts=(
            (text["aim"], about["aim"]),
            (text["basis"], text["on_consent"] if entry.on_consent else text["on_law"]),
            (text["receivers"], about["receivers"]),
            (text["kept"], kept),
            (text["duty"], text["duty_consent"] if entry.on_consent else text["duty_law"]),
            (text["rights"], text["rights_text"]),
        ),
    )


@cache
def _text(language: str) -> dict[str, Any]:
    return tomllib.loads(files("wir.privacy.data.notices").joinpath(f"{language}.toml").read_text("utf-8"))
