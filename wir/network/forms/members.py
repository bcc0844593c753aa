"""What is entered about networks and members."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from wir.accounts.models import User
from wir.kit.choices import labelled, offer
from wir.network.forms.words import ROLES, WORKS_FOR
from wir.network.models import Carrier, Network, Project
from wir.network.rules import AcceptProblem, FoundProblem, MemberProblem, Position, Role, SecondFactorFor

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.utils.functional import Promise, _StrPromise

MEMBER_PROBLEMS: dict[MemberProblem, str | Promise] = {
    MemberProblem.NOT_ALLOWED: _("This is not yours to change. Please ask the coordinators of the network."),
    MemberProblem.ALREADY_INVITED: _(
        "This address is already invited to this role. Withdraw that invitation first if the link got lost."
    ),
    MemberProblem.ALREADY_ENDED: _("That had already ended."),
    MemberProblem.ENDS_BEFORE_START: _(
        "The last day lies before the first, or in the past. Please enter today or a later day."
    ),
    MemberProblem.WORKS_ELSEWHERE: _(
        "This person has further roles for which you do not answer. Please ask the coordinators, or whoever runs"
        " this site."
    ),
    MemberProblem.ENFORCING_BODY: _(
        "Whoever decides on the stay of participants or enforces it gets no access to their files. Such bodies send"
        " a request, which the management decides on."
    ),
    MemberProblem.CONFLICT_OF_INTEREST: _(
        "A data protection officer has no other role in the network (Art. 38 (6) GDPR). Please choose somebody else, "
        "or end the other role first."
    ),
    MemberProblem.SELF: _("You cannot do this for yourself. Please ask somebody else with your role."),
}
ACCEPT_PROBLEMS: dict[AcceptProblem, str | Promise] = {
    AcceptProblem.GONE: _("This invitation was used, withdrawn or has expired. Please ask for a new one."),
    AcceptProblem.OTHER_ACCOUNT: _("This invitation is for another address than yours. Sign out first."),
    AcceptProblem.SIGN_IN_FIRST: _("There is an account with this address. Please sign in with it first."),
    AcceptProblem.SWITCHED_OFF: _(
        "The account with this address is switched off, although it has a role. Please ask whoever runs this site."
    ),
    AcceptProblem.CONFLICT_OF_INTEREST: _(
        "You have another role in this network, and a data protection officer has no other (Art. 38 (6) GDPR). "
        "Please ask the coordination which of the two you are to have."
    ),
}
FOUND_PROBLEMS: dict[FoundProblem, tuple[str, str | Promise]] = {
    FoundProblem.NOT_ALLOWED: ("", _("This is not yours to found.")),
    FoundProblem.NAME_TAKEN: ("name", _("There is one of this name already. Please choose another name.")),
    FoundProblem.PREFIX_TAKEN: (
        "letters",
        _("Another network uses these letters for its case numbers. Please choose others."),
    ),
    FoundProblem.SHORT_NAME_TAKEN: (
        "slug",
        _("This short name is taken or empty. Please enter another one, in small letters without blanks."),
    ),
    FoundProblem.ENFORCING_BODY: ("coordinator_works_for", MEMBER_PROBLEMS[MemberProblem.ENFORCING_BODY]),
    FoundProblem.ENDS_BEFORE_START: ("funded_to", _("The last day of funding lies before the first.")),
}
POLICIES = {
    SecondFactorFor.EVERYBODY: _("Everybody"),
    SecondFactorFor.LEADING: _("Heads and coordinators"),
    SecondFactorFor.NOBODY: _("Nobody (only for trying things out)"),
}
NETWORK, PROJECT = "network", "project"
ISO = {"invalid": _("This is no day of the calendar. Please enter it like 24.11.2026.")}


def works_for_field(label: str | _StrPromise) -> forms.ChoiceField:
    """Return the question whose staff somebody is; nothing is chosen beforehand."""
    return forms.ChoiceField(
        label=label,
        choices=[("", _("Please choose")), *labelled(WORKS_FOR)],
        error_messages={"required": _("Please choose whose staff the person is.")},
    )


FOR_WHOLE_NETWORK = frozenset({Role.COORDINATOR.value, Role.DATA_PROTECTION.value})


class InviteForm(forms.Form):
    """Whom, as what, and where; offers only what the inviter may give."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        error_messages={
            "required": _("Please enter the address of the person."),
            "invalid": _("This is no e-mail address. Please enter it like name@example.org."),
        },
    )
    works_for = works_for_field(_("Whose staff is the person?"))
    role = forms.ChoiceField(label=_("Role"))
    place = forms.ChoiceField(label=_("Where"))

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        roles: Collection[Role],
        networks: Iterable[Network],
        projects: Iterable[Project],
    ) -> None:
        super().__init__(data)
        self.networks = {f"{NETWORK}:{one.pk}": one for one in networks}
        self.projects = {f"{PROJECT}:{one.pk}": one for one in projects}
        offer(self, "role", [(role.value, words) for role, words in ROLES.items() if role in roles])
        offer(
            self,
            "place",
            [
                *((code, one.name) for code, one in self.projects.items()),
                *((code, _("Whole network: %s") % one.name) for code, one in self.networks.items()),
            ],
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = self.cleaned_data
        if {"role", "place"} <= set(cleaned):
            whole = cleaned["place"] in self.networks
            if whole != (cleaned["role"] in FOR_WHOLE_NETWORK):
                self.add_error(
                    "place",
                    _(
                        "Coordinators and data protection officers are there for the whole network, everybody else "
                        "works in a sub-project. Please choose so."
                    ),
                )
        return cleaned

    def position(self) -> Position:
        role, place = Role(self.cleaned_data["role"]), self.cleaned_data["place"]
        if place in self.networks:
            return Position(role, self.networks[place].pk)
        return Position(role, self.projects[place].network_id, self.projects[place].pk)

    def carrier_id(self) -> UUID | None:
        project = self.projects.get(self.cleaned_data["place"])
        return project.carrier_id if project else None

    def explain(self, problems: Iterable[MemberProblem]) -> None:
        for problem in problems:
            field = "works_for" if problem is MemberProblem.ENFORCING_BODY else "email"
            self.add_error(field, str(MEMBER_PROBLEMS[problem]))


class NewPasswordForm(forms.Form):
    """What somebody enters who accepts an invitation without an account, or with one switched off."""

    name = forms.CharField(
        label=_("Your name, as colleagues shall see it"),
        max_length=120,
        error_messages={"required": _("Please enter your name.")},
    )
    password1 = forms.CharField(
        label=_("Password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 15 characters: four words that have nothing to do with each other."),
        strip=False,
    )
    password2 = forms.CharField(
        label=_("The same once more"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, email: str, known: bool) -> None:
        super().__init__(data)
        self.email = email
        if known:
            del self.fields["name"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = self.cleaned_data
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords differ. Please enter the same one twice."))
        elif first:
            try:
                validate_password(first, User(email=self.email, name=cleaned.get("name", "")))
            except forms.ValidationError as refusal:
                self.add_error("password1", refusal)
        return cleaned


class EndForm(forms.Form):
    last_day = forms.DateField(label=_("Last day in this role"), error_messages=ISO)


class FoundNetworkForm(forms.Form):
    name = forms.CharField(label=_("Name of the network"), max_length=160)
    letters = forms.RegexField(
        label=_("Letters before the case numbers"),
        regex=r"^[A-Z]{2,6}$",
        help_text=_("Two to six capital letters, for example NORD."),
        error_messages={"invalid": _("Please enter two to six capital letters, for example NORD.")},
    )
    grant_number = forms.CharField(label=_("Number of the grant"), max_length=40)
    funded_from = forms.DateField(label=_("Funded from"), error_messages=ISO)
    funded_to = forms.DateField(label=_("Funded to (last day)"), error_messages=ISO)
    second_factor = forms.ChoiceField(
        label=_("Who needs a second factor to sign in"), choices=labelled(POLICIES), widget=forms.RadioSelect,
        initial=SecondFactorFor.EVERYBODY.value,
    )  # fmt: skip
    coordinator_email = forms.EmailField(label=_("E-mail address of the first coordinator"), max_length=254)
    coordinator_works_for = works_for_field(_("Whose staff is the first coordinator?"))

    def explain(self, problems: Iterable[FoundProblem]) -> None:
        explain_founding(self, problems)


class CarrierForm(forms.Form):
    network = forms.ModelChoiceField(Network.objects.none(), label=_("Network"), empty_label=None)
    name = forms.CharField(label=_("Name of the carrier"), max_length=160)

    def __init__(self, data: Mapping[str, Any] | None = None, *, networks: QuerySet[Network]) -> None:
        super().__init__(data)
        _among(self, "network", networks)


class ProjectForm(forms.Form):
    carrier = forms.ModelChoiceField(Carrier.objects.none(), label=_("Carrier"), empty_label=None)
    name = forms.CharField(label=_("Name of the sub-project"), max_length=160)
    slug = forms.SlugField(
        label=_("Short name"), max_length=60, required=False,
        help_text=_("For commands and lists; made of the name when left empty."),
    )  # fmt: skip
    postcode = forms.RegexField(
        label=_("Postcode"), regex=r"^\d{5}$", required=False,
        error_messages={"invalid": _("A German postcode has five digits, for example 20095.")},
    )  # fmt: skip
    place = forms.CharField(label=_("Place"), max_length=120, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, carriers: QuerySet[Carrier]) -> None:
        super().__init__(data)
        _among(self, "carrier", carriers)


def explain_founding(form: forms.Form, problems: Iterable[FoundProblem]) -> None:
    """Say beside which field of the form what stands in the way."""
    for problem in problems:
        field, words = FOUND_PROBLEMS[problem]
        form.add_error(field if field in form.fields else None, str(words))


def _among(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = rows
