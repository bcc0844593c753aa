"""The check for anybody: ten simple questions at most, asked one at a time, and nothing kept.

Nothing that could harm a person is asked: not about identity, not about the way here, not about work done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from babel import Locale
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from wir.eligibility.rules import Activity, Facts, Status
from wir.eligibility.rules.facts import AsylumOutcome
from wir.eligibility.rules.law import FREE_MOVEMENT, annex_ii, union_list
from wir.eligibility.rules.vocabulary import (
    AcceleratedGround,
    Decision,
    WorkNote,
)
from wir.kit.calendar import add_months
from wir.kit.periods import Period

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

LANGUAGES = {"de": "Deutsch (einfach)", "en": "English"}
UNSURE = "unsure"
OTHER, UNION = "other", "union"
_PROCEDURE, _TOLERATED = Status.AUFENTHALTSGESTATTUNG.value, Status.DULDUNG.value
_PERMIT, _FICTION = Status.AUFENTHALTSERLAUBNIS.value, Status.FIKTIONSBESCHEINIGUNG.value
_TITLES = ("24", "25:1", "25:2", "25:3", "25:4", "25:5", "25a", "25b", "23:2", "104c")
_MONTHS_BEHIND = {"under3": 1, "under6": 4, "under48": 12, "over48": 49}
_ADULT, _CHILD = 20, 10

Told = Mapping[str, str]
Choices = Callable[[date], list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: when it is asked, its words, its answers."""

    name: str
    words: _StrPromise
    choices: Choices
    asked: Callable[[Told], bool] = lambda told: True
    hint: _StrPromise | str = ""


def _unsure() -> tuple[str, str]:
    return UNSURE, _("I do not know")


def _papers(_today: date) -> list[tuple[str, str]]:
    return [
        (_PERMIT, _("Residence permit (Aufenthaltserlaubnis)")),
        (Status.NIEDERLASSUNGSERLAUBNIS.value, _("Settlement permit (Niederlassungserlaubnis)")),
        (_FICTION, _("Paper while I wait (Fiktionsbescheinigung)")),
        (_PROCEDURE, _("Paper for the asylum procedure (Aufenthaltsgestattung)")),
        (_TOLERATED, _("Toleration (Duldung)")),
        _unsure(),
    ]


def _bases(_today: date) -> list[tuple[str, str]]:
    found = [(f"AufenthG:{one}", f"§ {one.replace(':', ' Abs. ')} AufenthG") for one in _TITLES]
    return [*found, _unsure()]


def _yes_no(_today: date) -> list[tuple[str, str]]:
    return [("yes", _("Yes")), ("no", _("No")), _unsure()]


def _ages(_today: date) -> list[tuple[str, str]]:
    return [("yes", _("15 years or older")), ("no", _("Younger than 15"))]


def _countries(today: date) -> list[tuple[str, str]]:
    names = Locale.parse(get_language() or "de", sep="-").territories
    listed = annex_ii(today) | union_list(today)
    found = sorted((str(names[_ALPHA2[code]]), code) for code in listed if code in _ALPHA2)
    also = [(OTHER, _("Another country")), (UNION, _("A country of the European Union"))]
    return [*((code, name) for name, code in found), *also]


def _stays(_today: date) -> list[tuple[str, str]]:
    return [
        ("under3", _("Less than 3 months")),
        ("under6", _("3 to 6 months")),
        ("under48", _("6 months to 4 years")),
        ("over48", _("More than 4 years")),
        _unsure(),
    ]


def _notes(_today: date) -> list[tuple[str, str]]:
    return [
        (WorkNote.ERWERBSTAETIGKEIT_ERLAUBT.value, "Erwerbstätigkeit erlaubt"),
        (WorkNote.BESCHAEFTIGUNG_ERLAUBT.value, "Beschäftigung erlaubt"),
        (
            WorkNote.BESCHAEFTIGUNG_NUR_MIT_ERLAUBNIS.value,
            "Beschäftigung nur mit Erlaubnis der Ausländerbehörde",
        ),
        (WorkNote.ERWERBSTAETIGKEIT_NICHT_ERLAUBT.value, "Erwerbstätigkeit nicht erlaubt"),
        (UNSURE, _("Something else, or I do not know")),
    ]


def _activities(_today: date) -> list[tuple[str, str]]:
    return [
        (Activity.EMPLOYMENT_UNSKILLED.value, _("A job")),
        (Activity.VOCATIONAL_TRAINING_IN_COMPANY.value, _("Training in a company (Ausbildung)")),
        (Activity.INTERNSHIP_ORIENTATION.value, _("A short internship to get to know a job")),
        (Activity.JOB_SHADOWING.value, _("Only looking on (Hospitation)")),
        (Activity.TRIAL_WORK.value, _("Working on trial (Probearbeit)")),
        (Activity.SELF_EMPLOYMENT.value, _("My own business")),
    ]


def _is(*papers: str) -> Callable[[Told], bool]:
    return lambda told: told.get("paper") in papers


QUESTIONS = (
    Question("activity", gettext_lazy("What do you want to do?"), _activities),
    Question(
        "paper",
        gettext_lazy("Which paper do you have?"),
        _papers,
        hint=gettext_lazy("It stands at the top of the paper or on the card."),
    ),
    Question("age", gettext_lazy("How old are you?"), _ages),
    Question("country", gettext_lazy("Which passport do you have, or had you at home?"), _countries),
    Question(
        "basis",
        gettext_lazy("Which paragraph (§) stands on the card?"),
        _bases,
        _is(_PERMIT),
        gettext_lazy("It stands on the back or under “Anmerkungen”."),
    ),
    Question(
        "centre",
        gettext_lazy("Must you live in a reception centre (Aufnahmeeinrichtung)?"),
        _yes_no,
        _is(_PROCEDURE, _TOLERATED),
    ),
    Question(
        "stay",
        gettext_lazy("How long have you been in Germany without a break?"),
        _stays,
        _is(_PROCEDURE, _TOLERATED),
    ),
    Question(
        "identity",
        gettext_lazy("Does the paper say „für Personen mit ungeklärter Identität“?"),
        _yes_no,
        _is(_TOLERATED),
    ),
    Question(
        "fast",
        gettext_lazy("Did the Bundesamt write that your procedure is accelerated?"),
        _yes_no,
        _is(_PROCEDURE),
    ),
    Question("note", gettext_lazy("What does the paper say about work?"), _notes),
)


class SelfCheck:
    """How far somebody has come: the answers so far, and the next question or none."""

    def __init__(self, sent: Told, *, today: date) -> None:
        self.today = today
        self.answers: dict[str, str] = {}
        self.question: Question | None = None
        self.problem = ""
        self.number = 1
        for question in QUESTIONS:
            if not question.asked(self.answers):
                continue
            given = sent.get(question.name, "")
            if given not in dict(question.choices(today)):
                self.question = question
                if given or sent.get("asked") == question.name:
                    self.problem = _("Please choose one of the answers.")
                return
            self.answers[question.name] = given
            self.number += 1

    def choices(self) -> list[tuple[str, str]]:
        """Return the answers to choose from."""
        return [] if self.question is None else self.question.choices(self.today)

    def given(self) -> list[tuple[str, str]]:
        """Return the answers so far, for the hidden fields."""
        return list(self.answers.items())

    def before(self) -> list[tuple[str, str]]:
        """Return the answers without the last, for the way back."""
        return self.given()[:-1]

    def told(self) -> tuple[Facts, Activity]:
        """Return what follows from the answers; what somebody does not know stays unknown."""
        told, today = self.answers, self.today
        adult = told["age"] == "yes"
        birth = date(today.year - (_ADULT if adult else _CHILD), 1, 1)
        paper = told["paper"]
        facts = Facts(
            birth_date=birth,
            nationalities=_passport(told["country"]),
            status=None if paper == UNSURE else Status(paper),
            legal_basis=_basis(told),
            document_work_note=None if told["note"] == UNSURE else WorkNote(told["note"]),
            **_of_stay(told, today),
        )
        return facts, Activity(told["activity"])


def _passport(answer: str) -> frozenset[str]:
    if answer == UNION:
        return frozenset(sorted(FREE_MOVEMENT)[:1])
    return frozenset({"XXA"}) if answer == OTHER else frozenset({answer})


def _basis(told: Told) -> str | None:
    paper, basis = told["paper"], told.get("basis", UNSURE)
    if paper == _TOLERATED:
        return "AufenthG:60a" if told.get("identity") == "no" else None
    if paper == _PROCEDURE:
        return "AsylG:55:1"
    if paper == _FICTION:
        return "AufenthG:81:3"
    return None if basis == UNSURE else basis


def _of_stay(told: Told, today: date) -> dict[str, Any]:
    if told["paper"] not in {_PROCEDURE, _TOLERATED}:
        return {}
    months = _MONTHS_BEHIND.get(told["stay"])
    since = None if months is None else add_months(today, -months)
    found: dict[str, Any] = {
        "reception_centre_duty": _flag(told["centre"]),
        "continuous_stay_since": since,
    }
    if told["paper"] == _TOLERATED:
        noted = _flag(told["identity"])
        return found | {"duldung_60b_periods": (Period(today),) if noted else None}
    return found | _of_procedure(told, since)


def _of_procedure(told: Told, since: date | None) -> dict[str, Any]:
    fast = _flag(told["fast"])
    return {
        "asylum_applied": True,
        # cut-off days of safe countries and of the accelerated procedure turn on the exact day, which nobody asked for
        "asylum_applied_on": since if told["country"] == OTHER and fast is False else None,
        "asylum_registered_on": since,
        "asylum_outcome": AsylumOutcome(Decision.PENDING),
        "accelerated_procedure_ground": AcceleratedGround.NONE if fast is False else None,
    }


def _flag(answer: str) -> bool | None:
    return None if answer == UNSURE else answer == "yes"


_ALPHA2 = {
    "ALB": "AL",
    "BIH": "BA",
    "GEO": "GE",
    "GHA": "GH",
    "XKX": "XK",
    "MDA": "MD",
    "MNE": "ME",
    "MKD": "MK",
    "SEN": "SN",
    "SRB": "RS",
    "BGD": "BD",
    "COL": "CO",
    "EGY": "EG",
    "IND": "IN",
    "MAR": "MA",
    "TUN": "TN",
    "TUR": "TR",
    "UKR": "UA",
}
