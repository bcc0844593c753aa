"""Telephone, e-mail and postcode; numbers that a spreadsheet robbed of their first zero are mended."""

import re
import unicodedata

import phonenumbers

from wir.people.rules.raw import Cell, as_text
from wir.people.rules.readings import ProblemCode, Reading, doubted, unreadable

REGION = "DE"
_MANY_NUMBERS = re.compile(r"[;,\n|]|\boder\b|\bund\b|\bbzw\.?", re.IGNORECASE)
_SLASHES = (re.compile(r"\s+/\s+"), re.compile(r"/"))
# RFC 5321 as far as mailboxes of people go: no quotes, no address in brackets.
_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\w](?:[\w-]{0,61}[\w])?\.)+[^\W\d_][\w-]{0,61}"
)
_LONGEST_EMAIL = 254  # RFC 5321, 4.5.3.1.3 with its brackets taken off
_POSTCODE = re.compile(r"(?:D\s*-?\s*)?(\d{4,5})")
_LOWEST, _HIGHEST = 1000, 99999
_NATIONAL_LENGTH = 10  # a German number with 49 in front has more digits than this


def read_phones(cell: Cell) -> Reading[tuple[str, ...]]:
    """Return the numbers as E.164 in the order written; without a prefix they are German."""
    if (stop := unreadable(cell)) is not None:
        return stop
    text = unicodedata.normalize("NFKC", as_text(cell))
    numbers: list[str] = []
    rest: list[str] = []
    for part in filter(str.strip, _MANY_NUMBERS.split(text)):
        found = _numbers(part)
        numbers += [number for number in found if number not in numbers]
        if not found:
            rest.append(part.strip())
    if rest or not numbers:
        params = (("rest", ", ".join(rest)),)
        return Reading(tuple(numbers) or None, ProblemCode.PHONE_INVALID, as_text(cell), params)
    return Reading(tuple(numbers), original=as_text(cell))


def _numbers(part: str) -> list[str]:
    """A slash stands inside numbers (030/123) as often as between them, so the whole is tried first."""
    if whole := _e164(part):
        return [whole]
    for slash in _SLASHES:
        found = [_e164(piece) for piece in slash.split(part)]
        if all(found):
            return [number for number in found if number]
    return []


def _e164(text: str) -> str | None:
    digits = re.sub(r"\D", "", text)
    bare = digits if text.strip() == digits else ""
    tries = [text]
    if bare.startswith("49") and len(bare) > _NATIONAL_LENGTH:
        tries.insert(0, "+" + bare)
    elif bare and not bare.startswith("0"):
        tries.insert(0, "0" + bare)
    for attempt in tries:
        try:
            number = phonenumbers.parse(attempt, REGION)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number) and not number.extension:
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


def read_email(cell: Cell) -> Reading[str]:
    """Return one address; its domain in lower case, the part before it as written."""
    if (stop := unreadable(cell)) is not None:
        return stop
    text = as_text(cell).removeprefix("mailto:").strip().strip("<>")
    local, _, domain = text.rpartition("@")
    dots_right = not local.startswith(".") and not local.endswith(".") and ".." not in local
    if _EMAIL.fullmatch(text) is None or len(text) > _LONGEST_EMAIL or not dots_right:
        return doubted(ProblemCode.EMAIL_INVALID, cell)
    return Reading(f"{local}@{domain.lower()}", original=as_text(cell))


def read_postcode(cell: Cell) -> Reading[str]:
    """Return a German postcode of five digits; four digits have lost their first zero in a spreadsheet."""
    if (stop := unreadable(cell)) is not None:
        return stop
    found = _POSTCODE.fullmatch(unicodedata.normalize("NFKC", as_text(cell)).upper())
    if found is None or not _LOWEST < int(found[1]) < _HIGHEST:
        return doubted(ProblemCode.POSTCODE_INVALID, cell)
    return Reading(f"{int(found[1]):05}", original=as_text(cell))


def read_text(cell: Cell) -> Reading[str]:
    """Return free text in one Unicode form with single blanks; control characters are left out."""
    if (stop := unreadable(cell, longest=None)) is not None:
        return stop
    composed = unicodedata.normalize("NFC", as_text(cell))
    visible = "".join(" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in composed)
    return Reading(" ".join(visible.split()) or None, original=as_text(cell))
