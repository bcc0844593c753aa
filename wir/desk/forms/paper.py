"""The residence paper, and what is asked about entry and asylum procedure."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wir.desk.forms.days import DayForm, day_field
from wir.desk.forms.identity import YesNoField
from wir.desk.forms.words import COMMON_BASES, STATUSES, WORK_NOTES
from wir.kit.choices import labelled
from wir.people.rules.cells.sections import cited
from wir.people.rules.facts import ResidenceStatus, WorkNote
from wir.people.rules.persons import Paper
from wir.people.rules.residence import problems_of_paper


class PaperForm(DayForm):
    """Status, legal basis, side note and days, as they stand on the paper."""

    status = forms.ChoiceField(
        label=_("Residence status"), required=False, choices=[("", _("not known yet")), *labelled(STATUSES)]
    )
    legal_basis = forms.ChoiceField(label=_("Legal basis"), required=False, choices=COMMON_BASES)
    other_basis = forms.CharField(
        label=_("Another legal basis"),
        required=False,
        max_length=60,
        help_text=_("As on the paper, e.g. § 16d Abs. 3."),
    )
    work_note = forms.ChoiceField(
        label=_("Side note about work"),
        required=False,
        choices=[("", _("none or not known")), *labelled(WORK_NOTES)],
    )
    paper_from = day_field(_("Holds the paper since"), hint=_("Empty: since today."))
    paper_until = day_field(_("Valid until"), hint=_("Last day printed on the paper."))

    def clean_other_basis(self) -> str:
        typed: str = self.cleaned_data["other_basis"].strip()
        if not typed:
            return ""
        citations = cited(typed.casefold())[1]
        if not citations:
            raise forms.ValidationError(
                gettext("“%(typed)s” is no provision we know. Write it like § 25 Abs. 5 AufenthG.")
                % {"typed": typed}
            )
        return citations[0].reference

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.cleaned_data.get("status") and self._says_something():
            self.add_error(
                "status", _("Please choose the status; the other entries of the paper depend on it.")
            )
        self._check_days()
        return self.cleaned_data

    def _says_something(self) -> bool:
        names = ("legal_basis", "other_basis", "work_note", "paper_from", "paper_until")
        return any(self.cleaned_data.get(name) for name in names)

    def _check_days(self) -> None:
        self.explain(
            problems_of_paper(
                from_on=self.cleaned_data.get("paper_from") or self.today,
                # a paper that has run out is a fact worth recording; only against a typed first day it is a mistake
                valid_until=self.cleaned_data.get("paper_until")
                if self.cleaned_data.get("paper_from")
                else None,
                before_from=None,
                today=self.today,
            )
        )

    def paper(self) -> Paper | None:
        """Return the paper, if its status is known."""
        values = self.cleaned_data
        if not values["status"]:
            return None
        until = values["paper_until"]
        since = values["paper_from"] or (min(until, self.today) if until else self.today)
        return Paper(
            status=ResidenceStatus(values["status"]),
            legal_basis=values["other_basis"] or values["legal_basis"],
            work_note=WorkNote(values["work_note"]) if values["work_note"] else None,
            from_on=since,
            valid_until=until,
        )


class ProcedureForm(DayForm):
    """Facts of entry and procedure; nothing here is guessed, so everything may stay empty."""

    PAST: tuple[str, ...] = ("entered_on", "stay_since", "registered_on", "duldung_since")

    entered_on = day_field(_("Came to Germany on"))
    stay_since = day_field(_("Permitted, tolerated or gestattet without a gap since"))
    registered_on = day_field(_("Asylum claim registered on"))
    reception_centre = YesNoField(label=_("Has to live in a reception centre"))
    duldung_since = day_field(_("Tolerated (Duldung) since"))
    identity_unclear = YesNoField(label=_("The paper bears the note of § 60b AufenthG"))
