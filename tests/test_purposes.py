"""No personal data without a purpose: every field says what it is kept for, or stands on a closed list."""

from __future__ import annotations

import pghistory.models
import pytest
from django.apps import apps
from django.db import models

from wir.counselling.models import Contact, ContactNote
from wir.kit.purposes import purposes_of, subject_path
from wir.people.models import Person, PersonIdentity
from wir.privacy.queries import fields_to_erase, purposes_that_keep
from wir.privacy.rules import Purpose, register

PLACES = {"network", "network_id", "carrier", "carrier_id", "project", "project_id"}
"""Where a row belongs, not what it says."""
MOMENTS = {"at", "created_at", "made_at", "recorded_at", "uploaded_at", "updated_at"}
"""When the row was written."""
LINKS = {
    "subject_id",
    "person",
    "participant",
    "stay",
    "contact",
    "goal",
    "spell",
    "application",
    "sharing",
    "matter",
}
"""Which row it hangs on; it goes with the row."""

ABOUT_NOBODY = {
    "counselling.NetworkWay": "a template of a network",
    "directory.Organisation": "firms, schools and offices",
    "monitoring.IndicatorTotal": "figures",
    "network.Network": "a grant",
    "network.Carrier": "an organisation",
    "network.Project": "a part of an organisation",
    "placement.Opportunity": "a job at an organisation",
    "privacy.RetentionSetting": "a decision of a carrier",
    "privacy.AuditSeal": "hashes and their places in a chain",
    "eligibility.ClockSetting": "a choice of the network",
}
"""Tables without personal data, and what they hold."""

NOT_PERSONAL = {
    "post.Message.about_id": "leads to the appointment",
    "post.Message.key": "tells the same message from another one",
    "post.Message.state": "how far the machine is",
    "post.Message.failure": "what a server said",
    "post.Message.attempts": "a figure",
    "post.Message.done_at": "when the machine was done",
    "post.MessageContent.message": "leads to the message, with which it goes",
    "people.ListPreview.file_type": "says how to read the list",
    "people.ListPreview.digest": "tells whether the same list comes again",
    "people.ListPreview.confirmed_at": "when rows were taken over",
    "people.ListPreview.created_count": "a figure",
    "people.ListPreview.known_count": "a figure",
    "people.ListPreview.refused_count": "a figure",
    "tasks.Task.followed_by": "leads to the task that comes after it",
    "tasks.TaskRule.reason": "a choice of the sub-project",
    "tasks.TaskRule.is_on": "a choice of the sub-project",
    "tasks.TaskRule.days": "a choice of the sub-project",
    "counselling.Appointment.task_id": "leads to the task, which goes with the appointment",
    **dict.fromkeys(
        (f"counselling.GroupSession.{name}" for name in ("title", "on", "minutes", "mode")),
        "of a conversation with several people; it names nobody",
    ),
    "counselling.Step.task_id": "leads to the task, which goes with the step",
    "counselling.NeedsTalk.guide": "which edition of the questions was asked",
    "counselling.Waiting.file": "leads to the file, with which it goes",
    "counselling.Waiting.task_id": "leads to the task, which goes with the entry",
    "counselling.Matter.silence_task_id": "leads to the task, which goes with the procedure",
    "counselling.LegalQuestion.task_id": "leads to the task, which goes with the question",
    "counselling.Notice.ahead_task_id": "leads to the task, which goes with the notice",
    "counselling.Notice.task_id": "leads to the task, which goes with the notice",
    "aftercare.CheckIn.task_id": "leads to the task, which goes with the check-in",
    "eligibility.SentenceRelease.code": "names a legal sentence",
    "eligibility.SentenceRelease.for_demonstration": "tells the demonstration from real releases",
    "eligibility.SentenceRelease.language": "of the legal sentence",
    "eligibility.SentenceRelease.proposed_on": "day on which a text was entered",
    "eligibility.SentenceRelease.released_on": "day of a decision about a text",
    "eligibility.SentenceRelease.text": "a legal sentence in a further language, about nobody",
    "eligibility.TargetPolicy.ban_kind": "a reading of the programme's wording",
    "eligibility.TargetPolicy.from_on": "a reading of the programme's wording",
    "eligibility.TargetPolicy.programme": "a reading of the programme's wording",
    "eligibility.TargetPolicy.setting": "a reading of the programme's wording",
    "eligibility.TargetPolicy.source": "a reading of the programme's wording",
    "files.FileChunk.file": "leads to the file, with which the piece goes",
    "files.FileChunk.number": "place of the piece in the file",
    "files.StoredFile.content_key": "opens the content and says nothing",
    "files.StoredFile.media_type": "says how to open the file",
    "files.StoredFile.scan": "what a virus scanner found",
    "files.StoredFile.size": "a figure",
    "monitoring.Participation.alike": "made by the database of fields that are declared",
    "network.BreakGlass.grant": "leads to the grant",
    "counselling.CalendarFeed.token_hash": "of a secret that is not kept",
    "network.Invitation.token_hash": "of a secret that is not kept",
    "monitoring.Participation.project_ids": "where the row belongs",
    "monitoring.Participation.derived_on": "when the row was written",
    "monitoring.Participation.next_change_on": "when the row is written again",
    "network.Controller.law": "which law an organisation lives under",
    "network.Controller.legal_name": "an organisation",
    "network.Controller.street": "where an organisation sits",
    "network.Controller.postcode": "where an organisation sits",
    "network.Controller.place": "where an organisation sits",
    "network.DuplicateBasis.legal_basis": "a decision of a network",
    "network.DuplicateBasis.from_on": "a decision of a network",
    "network.DuplicateBasis.until_on": "a decision of a network",
    "people.LinkDecision.before": "leads to the anchor of before",
    "people.LinkDecision.decided_at": "when the decision was noted",
    "people.LinkDecision.other": "leads to the other anchor",
    "people.Merge.absorbed": "leads to the absorbed file",
    "people.Merge.kept": "leads to the kept file",
    "people.Merge.merged_at": "when the files were put together",
}
"""Fields of other tables that say nothing about a person, and why."""

NOBODYS_ROW = {
    "accounts.User": "staff: the row itself is the subject",
    "network.Invitation": "staff to be: found by the address",
    "network.Membership": "staff: leads to the user",
    "privacy.Inquiry": "staff: by and about whom",
    "tasks.TaskRule": "staff: who decided",
    "eligibility.SentenceRelease": "experts who release wording",
    "eligibility.TargetPolicy": "staff: who decided",
    "network.Controller": "a carrier: who represents it and who its officer is",
    "network.DuplicateBasis": "a network: who decided",
    "people.DuplicateCount": "staff: how often somebody asked on the present day",
    "people.Merge": "two files at once: ends with the kept one",
    "counselling.CalendarFeed": "staff: an address of one's own",
    "counselling.GroupSession": "staff: who held it; whoever came has a contact of their own",
    "counselling.Waiting": "somebody without a file yet, found by name",
    "people.ListPreview": "a list of people not yet taken on; emptied every night",
}
"""Tables with personal data whose rows belong to no participant."""


def _ours() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models()
        if model.__module__.startswith("wir.") and not issubclass(model, pghistory.models.Event)
    ]


def _undeclared(model: type[models.Model]) -> list[str]:
    declared = purposes_of(model)
    return [
        f"{model._meta.label}.{field.name}"
        for field in model._meta.concrete_fields
        if not field.primary_key and field.name not in PLACES | MOMENTS | LINKS and field.name not in declared
    ]


def test_every_field_says_what_it_is_kept_for_or_why_it_is_not_personal() -> None:
    undeclared = {
        name for model in _ours() if model._meta.label not in ABOUT_NOBODY for name in _undeclared(model)
    }

    assert undeclared == set(NOT_PERSONAL)


def test_a_table_about_nobody_declares_nothing_personal() -> None:
    labels = {model._meta.label for model in _ours()}

    assert set(ABOUT_NOBODY) <= labels
    assert [label for label in ABOUT_NOBODY if purposes_of(apps.get_model(label))] == []


def test_every_declared_purpose_stands_in_the_register() -> None:
    declared = {code for model in _ours() for codes in purposes_of(model).values() for code in codes}

    assert declared <= {entry.purpose.value for entry in register()}
    assert {entry.purpose for entry in register()} == set(Purpose)


def test_purposes_without_a_field_are_those_whose_apps_do_not_exist_yet() -> None:
    declared = {code for model in _ours() for codes in purposes_of(model).values() for code in codes}

    assert set(Purpose) - {Purpose(code) for code in declared} == {Purpose.STRUCTURAL, Purpose.OUTREACH}


def test_every_row_about_a_participant_says_whose_it_is() -> None:
    nobodys = {model._meta.label for model in _ours() if purposes_of(model) and subject_path(model) is None}

    assert nobodys == set(NOBODYS_ROW)


def test_history_is_kept_for_what_its_table_is_kept_for() -> None:
    events = [model for model in apps.get_models() if issubclass(model, pghistory.models.Event)]
    ours = [model for model in events if model.__module__.startswith("wir.")]

    assert len(ours) > 10
    assert [model._meta.label for model in ours if not purposes_of(model)] == []
    nobodys = {model._meta.label for model in ours if not subject_path(model)}
    assert nobodys == {"network.ControllerEvent"}


@pytest.mark.parametrize(
    ("model", "field", "purposes"),
    [
        (Contact, "on", (Purpose.COUNSELLING, Purpose.MONITORING, Purpose.EVIDENCE)),
        (Contact, "minutes", (Purpose.COUNSELLING, Purpose.MONITORING, Purpose.EVIDENCE)),
        (Contact, "mode", (Purpose.COUNSELLING, Purpose.EVIDENCE)),
        (Contact, "topics", (Purpose.COUNSELLING,)),
        (ContactNote, "text", (Purpose.COUNSELLING,)),
        (Person, "gender", (Purpose.COUNSELLING, Purpose.MONITORING)),
        (Person, "created_at", ()),
    ],
)
def test_a_field_is_kept_for_these_purposes(
    model: type[models.Model], field: str, purposes: tuple[Purpose, ...]
) -> None:
    assert purposes_that_keep(model, field) == purposes


def test_when_counselling_ends_the_notes_go_and_evidence_and_answers_to_esf_plus_stay() -> None:
    going = {(kept.model._meta.label, kept.field) for kept in fields_to_erase([Purpose.COUNSELLING])}

    assert ("counselling.ContactNote", "text") in going
    assert ("people.Residence", "status") in going
    assert ("people.ResidenceEvent", "status") in going
    assert ("counselling.Contact", "minutes") not in going
    assert ("people.PersonIdentity", "birth_date") not in going
    assert {label for label, _ in going if label.startswith(("monitoring.", "aftercare."))} == set()


def test_when_every_purpose_of_a_participant_ends_the_name_goes() -> None:
    ended = [Purpose.COUNSELLING, Purpose.EVIDENCE, Purpose.MONITORING, Purpose.AFTERCARE]
    names = {kept.field for kept in fields_to_erase(ended) if kept.model is PersonIdentity}

    assert names == set(purposes_of(PersonIdentity))
