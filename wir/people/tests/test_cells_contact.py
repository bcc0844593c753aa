"""Telephone, e-mail and address."""

import pytest

from wir.people.rules import cells
from wir.people.rules.cells import Address
from wir.people.rules.raw import Cell, as_text
from wir.people.rules.readings import ProblemCode, Reading


@pytest.mark.parametrize(
    ("case", "cell", "expected"),
    [
        ("landline", "030 23125123", ("+493023125123",)),
        ("mobile with slash", "0171/3920012", ("+491713920012",)),
        ("international", "+49 (0)171 3920012", ("+491713920012",)),
        ("international with zeros", "0049 171 3920012", ("+491713920012",)),
        ("number that lost its plus", 491713920012.0, ("+491713920012",)),
        ("number that lost its zero", 1713920012.0, ("+491713920012",)),
        ("abroad", "+963 944 123456", ("+963944123456",)),
        ("two", "0171 3920012, 030 23125123", ("+491713920012", "+493023125123")),
        ("two by slash", "030/23125123 / 0171 3920012", ("+493023125123", "+491713920012")),
        ("the same twice", "0171 3920012; 0171-3920012", ("+491713920012",)),
    ],
)
def test_phones_become_e164(case: str, cell: Cell, expected: tuple[str, ...]) -> None:
    assert cells.read_phones(cell) == Reading(expected, original=as_text(cell)), case


def test_a_phone_that_is_none_is_doubted() -> None:
    rest = (("rest", "keins"),)

    assert cells.read_phones("keins") == Reading(None, ProblemCode.PHONE_INVALID, "keins", rest)
    assert cells.read_phones("0171 3920012; keins").value == ("+491713920012",)
    assert cells.read_phones("0171 3920012; keins").params == rest


def test_mail_addresses_are_checked_and_their_domain_lowered() -> None:
    assert cells.read_email(" Ada@Example.ORG ").value == "Ada@example.org"
    assert cells.read_email("mailto:ada@example.org").value == "ada@example.org"
    for wrong in (
        "ada",
        "ada@",
        "ada@example",
        "a..b@example.org",
        "a@example.org, b@example.org",
        "a b@x.de",
    ):
        assert cells.read_email(wrong) == Reading(None, ProblemCode.EMAIL_INVALID, wrong)


def test_postcodes_have_five_digits_and_get_their_lost_zero_back() -> None:
    assert [cells.read_postcode(cell).value for cell in (1067.0, "1067", "01067", "D-10115", 10115)] == [
        "01067",
        "01067",
        "01067",
        "10115",
        "10115",
    ]
    for wrong in ("123", "123456", "00000", "Berlin", "10115.5"):
        assert cells.read_postcode(wrong) == Reading(None, ProblemCode.POSTCODE_INVALID, wrong)


def test_an_address_in_one_cell_is_parted_at_its_postcode() -> None:
    assert cells.read_address("Musterstraße 1a, 10115 Berlin").value == Address(
        "Musterstraße 1a", "10115", "Berlin"
    )
    assert cells.read_address("10115 Berlin").value == Address("", "10115", "Berlin")
    assert cells.read_place_cell("10115 Berlin").value == Address("", "10115", "Berlin")
    assert cells.read_place_cell("Berlin").value == Address(place="Berlin")
    assert cells.read_place_cell("1067").value == Address(postcode="01067")
    assert cells.read_postcode_cell("10115 Berlin").value == Address("", "10115", "Berlin")
    assert cells.read_postcode_cell(1067.0).value == Address(postcode="01067")
    assert cells.read_address("Berlin") == Reading(None, ProblemCode.ADDRESS_NOT_PARTED, "Berlin")
