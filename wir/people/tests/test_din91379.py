"""Letters of names: as many as DIN 91379 lists, and the first foreign one is named."""

import unicodedata

import pytest

from wir.people.rules.din91379 import _COMBINED, _MANY, ForeignSign, foreign_sign


def test_as_many_letters_and_sequences_as_the_standard_lists() -> None:
    """DIN 91379:2022-08: 500 normative letters, 149 sequences and 18 non-letters of group N1."""
    composed = (chr(code) for code in range(0x2100) if unicodedata.is_normalized("NFC", chr(code)))
    single = [sign for sign in composed if foreign_sign(sign) is None]
    sequences = {base + sign for sign, bases in _COMBINED.items() for base in bases} | set(_MANY)

    assert len([sign for sign in single if sign.isalpha() and unicodedata.category(sign) != "Lm"]) == 500
    assert len(single) == 518
    assert len(sequences) == 149
    assert all(foreign_sign(sequence) is None for sequence in sequences)


@pytest.mark.parametrize(
    "name",
    ["Al-Ḥasan", "ʿUmar", "O’Brien-Müller", "Zoë", "Șerban", "Nguyễn Thị", "K̄", "Ž̦", "Zo\u0065\u0308", ""],
)
def test_names_as_passports_write_them(name: str) -> None:
    assert foreign_sign(name) is None


@pytest.mark.parametrize(
    ("name", "sign", "code"),
    [
        ("سلام", "س", "U+0633"),
        ("Ivan И", "И", "U+0418"),
        ("Ada2", "2", "U+0032"),
        ("B\u0304ela", "\u0304", "U+0304"),
        ("ʻUmar", "ʻ", "U+02BB"),
        ("<b>", "<", "U+003C"),
    ],
)
def test_the_first_foreign_sign_is_named(name: str, sign: str, code: str) -> None:
    found = foreign_sign(name)

    assert found == ForeignSign(sign, code, unicodedata.name(sign))
