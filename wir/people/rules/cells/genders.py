"""Gender as written in lists, or told by the form of address."""

from wir.people.rules.facts import Gender
from wir.people.rules.raw import Cell, as_text
from wir.people.rules.readings import ProblemCode, Reading, doubted, unreadable
from wir.people.rules.spelling import plain

_WORDS = {
    Gender.FEMALE: "w weibl weiblich frau fr f female woman madame ms mrs fraeulein",
    Gender.MALE: "m maennl maennlich mann herr hr herrn male man mr",
    Gender.NON_BINARY: "d div divers x nichtbinaer nonbinary diverse",
}
_GENDERS = {word: gender for gender, words in _WORDS.items() for word in words.split()}
_UNANSWERED = frozenset({"k a", "ka", "keine angabe", "unbekannt", "o a", "ohne angabe", ""})


def read_gender(cell: Cell) -> Reading[Gender]:
    """Return the gender; 'keine Angabe' reads as empty."""
    if (stop := unreadable(cell)) is not None:
        return stop
    word = plain(as_text(cell))
    if word in _UNANSWERED:
        return Reading(original=as_text(cell))
    gender = _GENDERS.get(word.replace("nicht binaer", "nichtbinaer").replace("non binary", "nonbinary"))
    if gender is None:
        return doubted(ProblemCode.GENDER_UNKNOWN, cell)
    return Reading(gender, original=as_text(cell))
