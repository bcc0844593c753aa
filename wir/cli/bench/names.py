"""Invented people's names: given and family names that occur among the programme's participants, combined."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from wir.people.rules.asked import search_keys
from wir.people.rules.names import search_key

GIVEN = (
    "Ahmad", "Ali", "Omar", "Yusuf", "Mustafa", "Hassan", "Hussein", "Khaled", "Mahmoud", "Ibrahim", "Ismail", "Karim",
    "Samir", "Tarek", "Walid", "Ziad", "Bilal", "Nabil", "Rami", "Fadi", "Amina", "Fatima", "Layla", "Mariam", "Noor",
    "Rania", "Samira", "Zeinab", "Huda", "Yasmin", "Dilan", "Rojda", "Azad", "Serhat", "Berivan", "Farid", "Habib",
    "Jamshid", "Nasrin", "Parisa", "Reza", "Shirin", "Zahra", "Navid", "Mehdi", "Tesfay", "Yonas", "Filmon", "Selam",
    "Helen", "Abdi", "Hodan", "Ayaan", "Mamadou", "Fatoumata", "Oumar", "Aissatou", "Emeka", "Blessing", "Chidi",
    "Oksana", "Olena", "Andrij", "Dmytro", "Iryna", "Mehmet", "Emine", "Elif", "Murat", "Deniz",
)  # fmt: skip
STEMS = (
    "Rahman", "Karimi", "Haddad", "Khoury", "Nasser", "Saleh", "Aziz", "Mansour", "Darwish", "Hamdan", "Barakat",
    "Najjar", "Halabi", "Masri", "Shami", "Ahmadi", "Rezai", "Hosseini", "Noori", "Qaderi", "Sharifi", "Wardak",
    "Tekle", "Haile", "Gebre", "Berhane", "Kidane", "Warsame", "Farah", "Jama", "Diallo", "Barry", "Camara", "Jallow",
    "Ceesay", "Okafor", "Adeyemi", "Balogun", "Kovalenko", "Bondar", "Shevchuk", "Melnyk", "Yılmaz", "Kaya", "Demir",
    "Aydın", "Arslan", "Öztürk", "Rashid", "Bakr", "Jaziri", "Zidan", "Fares", "Ghanem", "Mirza", "Siddiqi", "Yousefi",
    "Amiri", "Hakimi", "Stanekzai", "Mengistu", "Weldu", "Osman", "Guled", "Bah", "Sowe", "Eze", "Lysenko",
    "Sabbagh", "Popal",
)  # fmt: skip
BEFORE = ("", "al-", "Abdul ", "Ben ")


def names() -> Iterator[tuple[int, str, str, str, str, list[str]]]:
    """Yield number, given names, family name and the keys of the search, as ``people`` would store them."""
    families = [f"{before}{stem}" for before, stem in product(BEFORE, STEMS)]
    for number, (given, family) in enumerate(product(GIVEN, families), start=1):
        keys = search_keys(f"{given} {family}")
        yield number, given, family, search_key(given, family), keys.text, list(keys.sounds)
