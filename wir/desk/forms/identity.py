"""Who somebody is, and whether they are known already."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wir.desk.forms.days import DayForm, day_field
from wir.desk.forms.words import GENDERS
from wir.kit.choices import labelled
from wir.kit.countries import nationality_choices
from wir.kit.languages import SPOKEN
from wir.people.queries import Found
from wir.people.rules.din91379 import foreign_sign

OLDEST = 110
YES_NO = [("", _("not known")), ("yes", _("yes")), ("no", _("no"))]


def languages() -> list[tuple[str, Any]]:
    """Return the languages of the programme, nothing chosen first."""
    return [("", "–"), *SPOKEN.items()]


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or not known: the three are kept apart."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            choices=YES_NO, coerce=lambda code: code == "yes", empty_value=None, required=False, **options
        )


class IdentityForm(DayForm):
    """Name, birth date, contact: enough to find somebody again."""

    PAST: tuple[str, ...] = ("birth_date",)

    given_names = forms.CharField(
        label=_("Given names"),
        max_length=120,
        error_messages={"required": _("Please enter the given names as in the passport.")},
    )
    family_names = forms.CharField(
        label=_("Family names"),
        max_length=120,
        error_messages={"required": _("Please enter the family names as in the passport.")},
    )
    birth_date = day_field(_("Born on"), hint=_("Leave empty when it is not known."))
    not_the_same = forms.BooleanField(label=_("None of them is the person in front of me"), required=False)
    gender = forms.ChoiceField(label=_("Gender"), required=False, choices=[("", "–"), *labelled(GENDERS)])
    nationality = forms.ChoiceField(label=_("Nationality"), required=False)
    second_nationality = forms.ChoiceField(label=_("Second nationality"), required=False)
    contact_language = forms.ChoiceField(
        label=_("Language we speak with each other"), choices=languages, required=False
    )
    interpreter_needed = YesNoField(label=_("Interpreter needed"))
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=30,
        required=False,
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
    street = forms.CharField(label=_("Street and number"), max_length=160, required=False)
    postcode = forms.CharField(
        label=_("Postcode"),
        max_length=5,
        required=False,
        validators=[RegexValidator(r"^\d{5}$", _("A postcode has five digits, for example 20095."))],
    )
    place_name = forms.CharField(label=_("Place"), max_length=120, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.likely: list[Found] = []
        for name in ("nationality", "second_nationality"):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = nationality_choices()

    def clean_given_names(self) -> str:
        return _in_latin(self.cleaned_data["given_names"])

    def clean_family_names(self) -> str:
        return _in_latin(self.cleaned_data["family_names"])

    def clean_birth_date(self) -> Any:
        born = self.cleaned_data["birth_date"]
        if born and born.year < self.today.year - OLDEST:
            raise forms.ValidationError(
                gettext("The year %(year)s lies too far back. Please compare it with the papers.")
                % {"year": born.year}
            )
        return born

    def ask_whether_known(self, likely: list[Found]) -> None:
        """Refuse once when people alike are in the files, until somebody has looked at them."""
        self.likely = likely
        if likely and not self.cleaned_data.get("not_the_same"):
            self.add_error(
                "not_the_same",
                gettext(
                    "People who may be the same are known already. Open their files, or tick that none is meant."
                ),
            )


def _in_latin(name: str) -> str:
    """Return the name; refuse a sign that names in German registers do not have, and name it (DIN 91379)."""
    sign = foreign_sign(name)
    if sign is None:
        return name
    raise forms.ValidationError(
        gettext(
            "“%(sign)s” (%(code)s) is no letter for names in German registers (DIN 91379). Enter the name in Latin"
            " letters as in the passport; other scripts go into “Name in the original script”."
        )
        % {"sign": sign.sign, "code": sign.code_point}
    )
