"""Why a file cannot be read as a list."""

from enum import StrEnum


class Refusal(StrEnum):
    """What is wrong with a file as a whole."""

    TOO_LARGE = "too_large"
    ZIP_BOMB = "zip_bomb"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    BROKEN = "broken"
    UNKNOWN_FORMAT = "unknown_format"
    NO_HEADER = "no_header"
    EMPTY = "empty"
    PROTECTED = "protected"  # by a password


class CannotReadList(Exception):
    """The file is not taken as a list; ``code`` says why, ``params`` what the sentence needs (limits)."""

    def __init__(self, code: Refusal, **params: int | str) -> None:
        super().__init__(code.value)
        self.code = code
        self.params = params
