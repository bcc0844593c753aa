"""One function per kind of cell: a value, or a problem with its code and what stood there."""

from wir.people.rules.cells.addresses import Address, read_address, read_place_cell, read_postcode_cell
from wir.people.rules.cells.contact import read_email, read_phones, read_postcode, read_text
from wir.people.rules.cells.days import read_birth_date, read_day, read_past_day
from wir.people.rules.cells.genders import read_gender
from wir.people.rules.cells.languages import LanguageSkill, read_german_level, read_languages
from wir.people.rules.cells.nationalities import read_nationalities
from wir.people.rules.cells.papers import StatusOnPaper, read_status
from wir.people.rules.cells.personal_names import WholeName, read_name, read_whole_name

__all__ = [
    "Address",
    "LanguageSkill",
    "StatusOnPaper",
    "WholeName",
    "read_address",
    "read_birth_date",
    "read_day",
    "read_email",
    "read_gender",
    "read_german_level",
    "read_languages",
    "read_name",
    "read_nationalities",
    "read_past_day",
    "read_phones",
    "read_place_cell",
    "read_postcode",
    "read_postcode_cell",
    "read_status",
    "read_text",
    "read_whole_name",
]
