"""Addresses written in one cell: 'Musterstraße 1, 10115 Berlin' or '10115 Berlin'."""

import re
from dataclasses import dataclass

from wir.people.rules.cells.contact import read_postcode, read_text
from wir.people.rules.raw import Cell, as_text
from wir.people.rules.readings import ProblemCode, Reading, doubted, unreadable

_ADDRESS = re.compile(
    r"(?:(?P<street>.+?)[\s,;]+)??(?:D\s*-\s*)?(?P<postcode>\d{5})[\s,]+(?P<place>[^\W\d].*)"
)

_DIGITS = re.compile(r"[\d\s]+")


@dataclass(frozen=True, slots=True)
class Address:
    """Parts of an address; empty where the cell does not hold them."""

    street: str = ""
    postcode: str = ""
    place: str = ""


def read_address(cell: Cell) -> Reading[Address]:
    """Return street, postcode and place; without a postcode the parts cannot be told apart."""
    if (stop := unreadable(cell)) is not None:
        return stop
    text = read_text(cell)
    if text.value is None:
        return Reading(None, text.doubt, text.original)
    found = _ADDRESS.fullmatch(text.value)
    postcode = read_postcode(found["postcode"]).value if found else None
    if found is None or postcode is None:
        return doubted(ProblemCode.ADDRESS_NOT_PARTED, cell)
    return Reading(Address(found["street"] or "", postcode, found["place"].strip()), original=text.original)


def read_postcode_cell(cell: Cell) -> Reading[Address]:
    """Return the postcode, and the place where somebody wrote it into the same cell."""
    whole = read_address(cell)
    if whole.value is not None and not whole.value.street:
        return whole
    postcode = read_postcode(cell)
    return Reading(
        Address(postcode=postcode.value) if postcode.value else None, postcode.doubt, postcode.original
    )


def read_place_cell(cell: Cell) -> Reading[Address]:
    """Return the place, and the postcode where somebody wrote it into the same cell."""
    whole = read_address(cell)
    if whole.value is not None and not whole.value.street:
        return whole
    if _DIGITS.fullmatch(as_text(cell)):
        return read_postcode_cell(cell)
    text = read_text(cell)
    return Reading(Address(place=text.value) if text.value else None, text.doubt, text.original)
