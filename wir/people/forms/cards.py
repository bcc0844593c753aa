"""The cards of a person's page, as forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import RegexValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wir.kit.countries import nationality_choices
from wir.kit.versions import ChangedMeanwhile, Text, VersionedForm
from wir.people.forms.fields import (
    LinesField,
    YesNoField,
    language,
    level,
    number,
    one,
    only_latin,
    several,
    text,
)
from wir.people.forms.profile_words import CHILDCARE, LICENCES, SCRIPTS, TIMES, TRANSPORTS, WAYS
from wir.people.forms.words import GENDERS, born
from wir.people.models import HOURS_A_WEEK
from wir.people.rules.cards import PARTS, Card, CardProblem, birth_of
from wir.people.rules.profile import LICENCE_CLASSES

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

MAX_WAYS = 3
PROBLEMS: dict[CardProblem, tuple[str | None, _StrPromise]] = {
    CardProblem.NO_CONSENT: (
        None,
        _(
            "There is no consent to counselling: only names, birth, address and ways to reach may be corrected."
        ),
    ),
    CardProblem.NO_SUCH_DAY: (
        "born_day",
        _("There is no such day in this month. Compare it with the papers, or leave the day empty."),
    ),
    CardProblem.DAY_WITHOUT_MONTH: (
        "born_month",
        _("A day is given without its month. Enter the month too."),
    ),
    CardProblem.MONTH_WITHOUT_YEAR: (
        "born_year",
        _("A month is given without its year. Enter the year too."),
    ),
    CardProblem.BORN_IN_FUTURE: ("born_year", _("The birth lies in the future. Compare it with the papers.")),
    CardProblem.BORN_TOO_EARLY: ("born_year", _("This year lies too far back. Compare it with the papers.")),
    CardProblem.HOURS_REVERSED: (
        "hours_until",
        _("The upper number of hours is below the lower one. Correct one of them."),
    ),
    CardProblem.CLASSES_WITHOUT_LICENCE: (
        "licence_classes",
        _("Classes are given, but no driving licence. Choose the kind of licence, or clear the classes."),
    ),
}


class CardForm(VersionedForm):
    """A card; ``explain`` says beside the field what does not fit."""

    def explain(self, problems: Iterable[CardProblem]) -> None:
        """Say what does not fit, and what to do."""
        for problem in problems:
            name, sentence = PROBLEMS[problem]
            self.add_error(name, sentence)


class NamesForm(CardForm):
    given_names = forms.CharField(
        label=_("Given names"),
        help_text=_("As in the passport."),
        max_length=120,
        validators=[only_latin],
        error_messages={"required": _("Please enter the given names as in the passport.")},
    )
    family_names = forms.CharField(
        label=_("Family names"),
        help_text=_("As in the passport."),
        max_length=120,
        validators=[only_latin],
        error_messages={"required": _("Please enter the family names as in the passport.")},
    )
    spoken_name = text(_("Called"), 120, hint=_("How the person wants to be addressed."))
    original_name = text(_("Name in the original script"), 200, widget=forms.TextInput(attrs={"dir": "auto"}))
    other_names = LinesField(
        label=_("Earlier names and other spellings"),
        help_text=_("One a line, for instance as on an older paper."),
        each=120,
        validators=[only_latin],
    )


class BirthForm(CardForm):
    born_day = number(_("Day of birth"), 1, 31, hint=_("Leave empty what is not known."))
    born_month = number(_("Month of birth"), 1, 12)
    born_year = number(_("Year of birth"), 1900, 2100)
    gender = one(_("Gender"), GENDERS)
    nationalities = forms.MultipleChoiceField(
        label=_("Nationalities"),
        choices=nationality_choices,
        required=False,
        help_text=_("Several can be chosen; “stateless” and “not clarified” stand among the frequent ones."),
    )

    def clean_nationalities(self) -> list[str]:
        """Keep the order in which they were told; new ones follow."""
        known, typed = self.initial["nationalities"], self.cleaned_data["nationalities"]
        return [code for code in known if code in typed] + [
            code for code in typed if code and code not in known
        ]

    def facts(self) -> list[tuple[Text, str]]:
        birth = born(birth_of(self.initial))
        rest = [
            fact for fact in super().facts() if fact[0] not in {self.fields[part].label for part in PARTS}
        ]
        return [(_("Born on"), birth), *rest] if birth else rest


class ReachForm(CardForm):
    phone = text(
        _("Telephone"),
        30,
        widget=forms.TextInput(attrs={"type": "tel"}),
        validators=[
            RegexValidator(
                r"^\+?[\d\s()/.-]{5,}$",
                _("This is no telephone number. Enter digits, for example 0170 1234567."),
            )
        ],
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        error_messages={"invalid": _("This is no e-mail address. It looks like name@example.org.")},
    )
    way_1 = one(_("Best way"), WAYS)
    way_2 = one(_("Else"), WAYS)
    way_3 = one(_("Or else"), WAYS)
    best_time = text(_("Best time"), 120, hint=_("For example: from 2 pm, not on Fridays."))
    may_leave_message = YesNoField(label=_("May a message be left?"))
    safe_to_write = YesNoField(
        label=_("Safe to write to?"), help_text=_("No, when others read the telephone or the letters.")
    )
    reach_note = text(_("Note on reaching"), 200, hint=_("For example the room in the accommodation."))

    def __init__(self, data: QueryDict | None = None, *, known: Mapping[str, Any]) -> None:
        super().__init__(data, known={**known, **_spread(known["ways"])})

    def explain_changes(self, refusal: ChangedMeanwhile) -> None:
        super().explain_changes(ChangedMeanwhile({**refusal.now, **_spread(refusal.now["ways"])}))

    def values(self) -> dict[str, Any]:
        typed = super().values()
        ways = [typed.pop(f"way_{place + 1}") for place in range(MAX_WAYS)]
        return typed | {"ways": list(dict.fromkeys(filter(None, ways)))}


def _spread(ways: Any) -> dict[str, str]:
    """Return one way for each of the fields, the best first."""
    return {f"way_{place + 1}": (ways[place : place + 1] or [""])[0] for place in range(MAX_WAYS)}


class AddressForm(CardForm):
    street = text(_("Street and number"), 160)
    postcode = text(
        _("Postcode"),
        5,
        validators=[RegexValidator(r"^\d{5}$", _("A postcode has five digits, for example 20095."))],
    )
    place_name = text(_("Place"), 120)


class TalkingForm(CardForm):
    contact_language = language(_("Language we speak with each other"))
    interpreter_needed = YesNoField(label=_("Interpreter needed"))
    scripts = several(_("Reads"), SCRIPTS)


class SchoolForm(CardForm):
    isced = level()
    schooling = text(_("School"), 200, hint=_("In short, as it was told."))
    occupation = text(_("Learned occupation or last work"), 200)


class WorkForm(CardForm):
    hours_from = number(_("Hours a week, at least"), 1, HOURS_A_WEEK)
    hours_until = number(_("Hours a week, at most"), 1, HOURS_A_WEEK)
    times = several(_("Possible times"), TIMES)
    childcare = one(_("Childcare"), CHILDCARE)
    travel_minutes = number(_("Way to work, minutes at most"), 5, 180, hint=_("One way."))
    travel_with = several(_("Gets to work"), TRANSPORTS)
    would_move = YesNoField(label=_("Would move for a job"))
    licence = one(_("Driving licence"), LICENCES)
    licence_classes = forms.MultipleChoiceField(
        label=_("Classes"),
        choices=[(name, name) for name in LICENCE_CLASSES],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class WishesForm(CardForm):
    skills = LinesField(
        label=_("Skills"), help_text=_("One a line: welding, cooking for fifty, driving."), each=80
    )
    wishes = forms.CharField(
        label=_("Wishes"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    remarks = forms.CharField(
        label=_("Remarks"),
        help_text=_("What a list said beyond the known columns; sort it into the cards and clear it."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


CARD_FORMS: dict[Card, type[CardForm]] = {
    Card.NAMES: NamesForm,
    Card.BIRTH: BirthForm,
    Card.REACH: ReachForm,
    Card.ADDRESS: AddressForm,
    Card.TALKING: TalkingForm,
    Card.SCHOOL: SchoolForm,
    Card.WORK: WorkForm,
    Card.WISHES: WishesForm,
}
