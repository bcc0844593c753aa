"""Forms about acting for somebody, and the words for what they choose among."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.counselling.forms.contacts import TOPICS
from wir.counselling.forms.words import ExplainedForm, day_field
from wir.counselling.rules import Topic
from wir.counselling.rules.powers import GuardianKind, PowerKind, PowerProblem, PowerState, Signer, Speech
from wir.kit.choices import labelled
from wir.kit.languages import SPOKEN

if TYPE_CHECKING:
    from wir.counselling.forms.words import Explanations, Words
    from wir.directory.models import Organisation
    from wir.files.models import StoredFile

KINDS: Words = {
    PowerKind.POWER: _("Power of attorney (Vollmacht)"),
    PowerKind.RELEASE: _("Release from confidentiality (Schweigepflichtentbindung)"),
}
SIGNERS: Words = {
    Signer.PERSON: _("The person"),
    Signer.GUARDIAN: _("Parent or guardian"),
}
GUARDIANS: Words = {
    GuardianKind.PARENT: _("Parent with custody"),
    GuardianKind.VORMUND: _("Vormund"),
    GuardianKind.YOUTH_OFFICE: _("Jugendamt"),
    GuardianKind.PFLEGER: _("Pfleger (Ergänzungspflegschaft)"),
}
STATES: Words = {
    PowerState.UNSIGNED: _("not signed yet"),
    PowerState.VALID: _("valid"),
    PowerState.NOT_YET: _("valid later"),
    PowerState.ENDED: _("ran out"),
    PowerState.REVOKED: _("taken back"),
    PowerState.SIGNATURE_MISSING: _("a signature is missing"),
}
TONES = {
    PowerState.UNSIGNED: "warning",
    PowerState.VALID: "success",
    PowerState.NOT_YET: "info",
    PowerState.ENDED: "neutral",
    PowerState.REVOKED: "danger",
    PowerState.SIGNATURE_MISSING: "danger",
}
SPEECHES: Words = {
    Speech.YES: _("Yes. The person signed for this body and topic."),
    Speech.NOTHING_SIGNED: _("No. Nothing was signed for this body. Prepare it for signature first."),
    Speech.OTHER_TOPICS: _("No. What was signed for this body does not name this topic."),
    Speech.UNSIGNED: _("No. It is prepared, but nobody has signed it yet."),
    Speech.NOT_YET: _("No. It was signed for a later day."),
    Speech.ENDED: _("No. It ran out. Ask the person whether they sign anew."),
    Speech.REVOKED: _("No. The person took it back."),
    Speech.SIGNATURE_MISSING: _(
        "No. A signature is missing: under 18 the guardian signs, from 15 on the person as well, from 18 on the person."
    ),
}
EXPLANATIONS: Explanations = {
    PowerProblem.NO_CONSENT: (
        None,
        _(
            "The person took the consent to counselling back. Nothing more is put down until there is a new one."
        ),
    ),
    PowerProblem.BODY_MISSING: ("body", _("Please name the authority or office.")),
    PowerProblem.TOPICS_MISSING: ("topics", _("Please choose at least one topic.")),
    PowerProblem.END_NOT_AFTER_START: (
        "until_on",
        _("The end %(value)s does not lie after the first day. Please enter a later day."),
    ),
    PowerProblem.SIGNED_IN_FUTURE: (
        "signed_on",
        _("%(value)s lies in the future. Please enter the day of the signature."),
    ),
    PowerProblem.ALREADY_SIGNED: (None, _("This paper was signed before. Nothing to do.")),
    PowerProblem.PERSON_MUST_SIGN: (
        "signed_by",
        _("The person has to sign. From 15 on nobody signs for them alone."),
    ),
    PowerProblem.GUARDIAN_MUST_SIGN: (
        "signed_by",
        _("The person was under 18 on this day. Parent or guardian have to sign as well."),
    ),
    PowerProblem.NO_GUARDIAN: (
        "signed_by",
        _("No parent or guardian is recorded for this day. Record them first, with the document."),
    ),
    PowerProblem.REVOKED_IN_FUTURE: (
        "revoked_on",
        _("%(value)s lies in the future. Please enter today or an earlier day."),
    ),
    PowerProblem.REVOKED_BEFORE_SIGNED: (
        "revoked_on",
        _("%(value)s is earlier than the signature. Please enter a later day."),
    ),
    PowerProblem.NOT_SIGNED: (None, _("This paper was never signed; it opens nothing.")),
    PowerProblem.ALREADY_REVOKED: (None, _("This paper was taken back before. Nothing to do.")),
    PowerProblem.NAME_MISSING: ("name", _("Please enter a name.")),
    PowerProblem.QUESTION_MISSING: ("question", _("Please write the question.")),
    PowerProblem.ANSWER_MISSING: ("answer", _("Please write the answer.")),
    PowerProblem.ALREADY_ANSWERED: (None, _("This question was answered before.")),
}


class SpeakForm(forms.Form):
    """Whether we may speak with somebody about something, today."""

    body = forms.ChoiceField(label=_("With whom?"), required=False)
    topic = forms.ChoiceField(label=_("About what?"), choices=labelled(TOPICS), required=False)

    def __init__(self, data: Mapping[str, Any] | None, *, bodies: Iterable[Organisation]) -> None:
        super().__init__(data)
        field = self.fields["body"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Please choose")), *((str(body.pk), body.name) for body in bodies)]

    def asked(self) -> tuple[UUID, Topic] | None:
        """Return body and topic, once both are chosen."""
        if not self.is_valid() or not self.cleaned_data["body"] or not self.cleaned_data["topic"]:
            return None
        return UUID(self.cleaned_data["body"]), Topic(self.cleaned_data["topic"])


class PowerForm(ExplainedForm):
    """What is prepared for signature."""

    explanations = EXPLANATIONS

    kind = forms.ChoiceField(label=_("What is to be signed?"), choices=labelled(KINDS))
    body = forms.CharField(
        label=_("Authority or office"),
        max_length=200,
        help_text=_("For example: Jobcenter, Ausländerbehörde, a doctor’s practice."),
        error_messages={"required": _("Please name the authority or office.")},
    )
    topics = forms.MultipleChoiceField(
        label=_("Only about"),
        choices=labelled(TOPICS),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please choose at least one topic.")},
    )
    until_on = day_field(_("Ends on"), hint=_("The first day on which it no longer counts."))
    language = forms.ChoiceField(label=_("Explained and printed in"), choices=list(SPOKEN.items()))

    def values(self) -> dict[str, Any]:
        """Return the fields as ``prepare_power`` takes them."""
        cleaned = self.cleaned_data
        return cleaned | {
            "kind": PowerKind(cleaned["kind"]),
            "topics": [Topic(one) for one in cleaned["topics"]],
        }


class SigningForm(ExplainedForm):
    """Who signed, and the scan that shows it."""

    explanations = EXPLANATIONS

    signed_on = day_field(_("Signed on"))
    signed_by = forms.MultipleChoiceField(
        label=_("Who signed?"),
        choices=labelled(SIGNERS),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please choose who signed.")},
    )
    scan_id = forms.ChoiceField(
        label=_("Scan or photo of the signed paper"),
        required=False,
        help_text=_("From the documents of the person; upload it there first."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, today: date, documents: Iterable[StoredFile]
    ) -> None:
        super().__init__(data, initial={"signed_on": today, "signed_by": [Signer.PERSON.value]})
        _offer(self.fields["scan_id"], documents)

    def values(self) -> dict[str, Any]:
        """Return the fields as ``sign_power`` takes them."""
        cleaned = self.cleaned_data
        return cleaned | {
            "signed_by": [Signer(one) for one in cleaned["signed_by"]],
            "scan_id": _chosen(cleaned["scan_id"]),
        }


class RevokingForm(ExplainedForm):
    """On which day it was taken back."""

    explanations = EXPLANATIONS

    revoked_on = day_field(_("Taken back on"))


class GuardianForm(ExplainedForm):
    """Who decides for somebody under age."""

    explanations = EXPLANATIONS

    kind = forms.ChoiceField(label=_("Who is it?"), choices=labelled(GUARDIANS))
    name = forms.CharField(
        label=_("Name"), max_length=200, error_messages={"required": _("Please enter a name.")}
    )
    reach = forms.CharField(label=_("Telephone or e-mail"), max_length=200, required=False)
    from_on = day_field(_("Since"))
    until_on = day_field(_("Until"), required=False, hint=_("The first day on which it no longer counts."))
    document_id = forms.ChoiceField(
        label=_("Document"),
        required=False,
        help_text=_("Certificate of appointment or proof of custody, from the documents of the person."),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, documents: Iterable[StoredFile]) -> None:
        super().__init__(data, auto_id="guardian_%s")
        _offer(self.fields["document_id"], documents)

    def values(self) -> dict[str, Any]:
        """Return the fields as ``name_guardian`` takes them."""
        cleaned = self.cleaned_data
        return cleaned | {
            "kind": GuardianKind(cleaned["kind"]),
            "document_id": _chosen(cleaned["document_id"]),
        }


class QuestionForm(ExplainedForm):
    """A legal question of the case."""

    explanations = {**EXPLANATIONS, PowerProblem.NAME_MISSING: ("put_to", _("Please enter a name."))}

    question = forms.CharField(
        label=_("Question"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4_000,
        help_text=_("Without names and file numbers: it is sent on."),
        error_messages={"required": _("Please write the question.")},
    )
    put_to = forms.CharField(
        label=_("Put to"),
        max_length=200,
        help_text=_("The qualified person who guides the advice of the network (§ 6 Abs. 2 RDG)."),
        error_messages={"required": _("Please enter a name.")},
    )


class AnswerForm(ExplainedForm):
    """What the qualified person answered."""

    explanations = EXPLANATIONS

    answer = forms.CharField(
        label=_("Answer"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=8_000,
        error_messages={"required": _("Please write the answer.")},
    )


def _offer(field: forms.Field, documents: Iterable[StoredFile]) -> None:
    if isinstance(field, forms.ChoiceField):
        field.choices = [("", _("none")), *((str(one.pk), one.name) for one in documents)]


def _chosen(value: str) -> UUID | None:
    return UUID(value) if value else None
