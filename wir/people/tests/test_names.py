"""One key for the usual spellings of a name, and how alike two keys are."""

import pytest

from wir.people.rules.names import likeness, search_key


@pytest.mark.parametrize(
    ("key", "spellings"),
    [
        ("muhamad", ["Mohammad", "Muhammed", "Mohamed", "Mohammed", "MUHAMMAD", "Muḥammad"]),
        ("iusuf", ["Yousef", "Yusuf", "Youssef", "Yousif", "Jusuf", "Yosef"]),
        ("mahmud", ["Mahmoud", "Mahmud", "Mahmood"]),
        ("nur", ["Nour", "Nur", "Noor"]),
        ("chalid", ["Khaled", "Khalid", "Chalid", "Halid"]),
        ("hasan", ["Hassan", "Hasan"]),
        ("husain", ["Hussein", "Hossein", "Hussain", "Husayn"]),
        ("rashid", ["Rasheed", "Rashid", "Raschid"]),
        ("sulaiman", ["Süleyman", "Suleiman", "Sulaiman", "Soleiman"]),
        ("mular", ["Müller", "Mueller", "Muller"]),
        ("vais", ["Weiß", "Weiss"]),
        ("abdulkarim", ["Abdul Karim", "Abdel-Karim", "Abdulkarim", "Abd al-Karim", "Abdelkarim"]),
        ("unail", ["O'Neill", "ONeil"]),
        ("al hasan", ["Al-Hassan", "El Hasan"]),
        ("abdulah", ["Abdullah", "Abdallah", "Abdulla"]),
    ],
)
def test_spellings_of_one_name_share_a_key(key: str, spellings: list[str]) -> None:
    assert {spelling: search_key(spelling, "") for spelling in spellings} == dict.fromkeys(spellings, key)


def test_the_key_is_given_then_family_name() -> None:
    assert search_key("Mohammad Ali", "Al-Yousef") == "muhamad ali al iusuf"
    assert search_key("", "") == ""
    assert search_key("محمد", "") == "محمد"


def test_different_names_keep_different_keys() -> None:
    names = ["Ali", "Alia", "Hassan", "Hussein", "Ahmad", "Hamid", "Mariam", "Amira", "Omar", "Amar"]

    assert len({search_key(name, "") for name in names}) == len(names)


def test_likeness_runs_from_0_to_1_and_ignores_the_order_of_words() -> None:
    assert likeness(search_key("Ahmad", "Hassan"), search_key("Hassan", "Ahmed")) == 1.0
    assert likeness("ahmad hasan", "ahmad husan") == pytest.approx(20 / 22)
    assert likeness("ali", "usman") < 0.5
    assert likeness("", "ali") == 0.0
