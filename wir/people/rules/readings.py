"""What reading a cell gives: a value, a doubt, or a value with a doubt."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Never, TypeVar

from wir.people.rules.raw import Cell, as_text, is_empty

T_co = TypeVar("T_co", covariant=True)

NOTHING = " \t\n-–—/.?"  # signs that alone in a cell stand for "nothing known"
LONGEST = 500  # signs of a cell that is read by patterns; longer ones are prose, and slow to search


class ProblemCode(StrEnum):
    """Why a cell or a row could not be taken as it stands."""

    FORMULA = "formula"
    TOO_LONG = "too_long"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"
    YEAR_ONLY = "year_only"
    DATE_IMPLAUSIBLE = "date_implausible"
    DATE_IN_FUTURE = "date_in_future"
    BIRTH_DATE_IN_FUTURE = "birth_date_in_future"
    BIRTH_DATE_MISSING = "birth_date_missing"
    GENDER_UNKNOWN = "gender_unknown"
    NATIONALITY_UNKNOWN = "nationality_unknown"
    NATIONALITY_AMBIGUOUS = "nationality_ambiguous"
    NATIONALITY_GUESSED = "nationality_guessed"
    STATUS_UNKNOWN = "status_unknown"
    STATUS_PARTLY_READ = "status_partly_read"
    STATUS_INFERRED = "status_inferred"
    STATUS_CONTRADICTS_BASIS = "status_contradicts_basis"
    LEGAL_BASIS_MISSING = "legal_basis_missing"
    LANGUAGE_UNKNOWN = "language_unknown"
    LANGUAGE_AMBIGUOUS = "language_ambiguous"
    LANGUAGE_GUESSED = "language_guessed"
    LANGUAGE_LEVEL_UNCLEAR = "language_level_unclear"
    PHONE_INVALID = "phone_invalid"
    EMAIL_INVALID = "email_invalid"
    POSTCODE_INVALID = "postcode_invalid"
    ADDRESS_NOT_PARTED = "address_not_parted"
    HOUSE_NUMBER_IS_A_DATE = "house_number_is_a_date"
    NAME_MISSING = "name_missing"
    NAME_HAS_DIGITS = "name_has_digits"
    NAME_NOT_LATIN = "name_not_latin"
    NAME_HAS_OTHER_SIGNS = "name_has_other_signs"
    NAME_ORDER_GUESSED = "name_order_guessed"
    CONTRADICTION = "contradiction"
    DATES_OUT_OF_ORDER = "dates_out_of_order"
    DUPLICATE_IN_LIST = "duplicate_in_list"
    PERHAPS_DUPLICATE_IN_LIST = "perhaps_duplicate_in_list"


Params = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reading(Generic[T_co]):
    """A cell read: ``value`` with no ``doubt`` is understood, both is understood in part.

    Neither means that the cell is empty. ``original`` is what stood there.
    """

    value: T_co | None = None
    doubt: ProblemCode | None = None
    original: str = ""
    params: Params = ()


def is_formula(cell: Cell) -> bool:
    """Whether a text cell begins like a formula; such a cell is never evaluated, whatever it would give."""
    return isinstance(cell, str) and cell.lstrip().startswith("=")


def doubted(doubt: ProblemCode, cell: Cell, **params: str) -> Reading[Never]:
    """Return a reading without a value."""
    return Reading(None, doubt, as_text(cell), tuple(sorted(params.items())))


def unreadable(cell: Cell, *, longest: int | None = LONGEST) -> Reading[Never] | None:
    """Return the reading of a cell that no reader should look into: empty or as good as, a formula, too long."""
    if is_empty(cell):
        return Reading()
    if isinstance(cell, str) and not cell.strip(NOTHING):
        return Reading(original=as_text(cell))
    if is_formula(cell):
        return doubted(ProblemCode.FORMULA, cell)
    if longest is not None and isinstance(cell, str) and len(cell) > longest:
        return doubted(ProblemCode.TOO_LONG, cell)
    return None
