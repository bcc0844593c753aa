"""What was understood of a list: columns, rows, and the problems of each row."""

from dataclasses import dataclass
from datetime import date

from wir.people.rules.cells import LanguageSkill
from wir.people.rules.columns import Column, ColumnFinding
from wir.people.rules.facts import Gender, ResidenceStatus
from wir.people.rules.readings import Params, ProblemCode


@dataclass(frozen=True, slots=True)
class PersonValues:
    """One person as far as the row was understood; None and '' mean that the row does not say.

    ``birth_year`` is set where only the year is known. ``status_alternative`` and ``title_behind``: see
    `cells.StatusOnPaper`. ``other`` keeps heading and text of columns without a known meaning.
    """

    case_number: str = ""
    given_names: str = ""
    family_name: str = ""
    birth_date: date | None = None
    birth_year: int | None = None
    birth_place: str = ""
    gender: Gender | None = None
    nationalities: tuple[str, ...] = ()
    status: ResidenceStatus | None = None
    legal_basis: str | None = None
    status_alternative: int | None = None
    title_behind: str | None = None
    status_since: date | None = None
    status_valid_until: date | None = None
    entered_on: date | None = None
    joined_on: date | None = None
    registered_on: date | None = None
    languages: tuple[LanguageSkill, ...] = ()
    phones: tuple[str, ...] = ()
    email: str = ""
    street: str = ""
    postcode: str = ""
    place: str = ""
    schooling: str = ""
    training: str = ""
    note: str = ""
    other: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be taken as it stands: where, what stood there, why; words are made by the page."""

    row: int
    column: Column | None
    header: str
    text: str
    code: ProblemCode
    params: Params = ()


@dataclass(frozen=True, slots=True)
class RowReading:
    """One row: its values, what is unclear in it, and why it is refused, if it is."""

    number: int
    values: PersonValues
    unclear: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether the row must not be taken over."""
        return bool(self.refused)


@dataclass(frozen=True, slots=True)
class ListReading:
    """A whole list: the meaning of its columns and the reading of each row, in the order of the list."""

    columns: tuple[ColumnFinding, ...]
    rows: tuple[RowReading, ...]
