"""Stays from entry to exit, and contacts with their notes apart."""

from __future__ import annotations

from typing import Self

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from wir.counselling.models.groups import GroupSession
from wir.counselling.rules import ContactMode, ExitReason, Topic
from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.fields import SealedTextField
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models import Participant, Person


class StayQuerySet(FileQuerySet["Stay"]):
    """Filters on stays; they bear no name, so those who oversee a network may read them."""

    def visible_to(self, actor: Actor) -> Self:
        """Stays of the actor's sub-projects, of people released to them, and of networks they oversee."""
        if actor.overseen:
            return self.filter(network_id__in=actor.networks).filter(
                models.Q(network_id__in=actor.overseen)
                | models.Q(project_id__in=actor.projects)
                | models.Q(person_id__in=actor.subjects)
            )
        return super().visible_to(actor)

    def open(self) -> Self:
        """Stays not ended yet."""
        return self.filter(exited_on=None)


@pghistory.track()
class Stay(FileRow):
    """A person's time in a sub-project, from entry to exit; monitoring counts its participant once per network."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="stays")
    person = models.ForeignKey(Person, models.CASCADE, related_name="stays")
    advisor = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"),
        "counselling",
        "evidence",
    )
    entered_on = personal(models.DateField(), "counselling", "monitoring", "evidence")
    exited_on = personal(models.DateField(null=True), "counselling", "monitoring", "evidence")
    exit_reason = personal(
        models.CharField(max_length=20, choices=codes(ExitReason), blank=True), "counselling", "monitoring"
    )

    objects = StayQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["network", "project", "exited_on"]),
            models.Index(
                fields=["network", "advisor"], condition=models.Q(exited_on=None), name="stay_open_of_advisor"
            ),
            models.Index(fields=["network", "participant"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(exited_on=None) | models.Q(exited_on__gte=models.F("entered_on")),
                name="stay_exit_not_before_entry",
            ),
            models.CheckConstraint(
                condition=models.Q(exited_on=None, exit_reason="")
                | (models.Q(exited_on__isnull=False) & ~models.Q(exit_reason="")),
                name="stay_exit_has_reason",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(exited_on=None), name="stay_one_open"
            ),
        ]


class ContactQuerySet(FileQuerySet["Contact"]):
    """Filters on contacts."""


@pghistory.track(
    pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent(), exclude=["interpreter", "has_note"]
)
class Contact(FileRow):
    """A conversation: day, minutes and mode are funding evidence; what was said stands in the note.

    Its history holds what stood there before each correction: a million contacts that nobody corrects have none. What
    goes before day and minutes do, and cannot be emptied, stands in no history.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="contacts")
    stay = models.ForeignKey(Stay, models.CASCADE, null=True, related_name="contacts")
    by = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"),
        "counselling",
        "evidence",
    )
    on = personal(models.DateField(), "counselling", "monitoring", "evidence")
    minutes = personal(models.PositiveSmallIntegerField(), "counselling", "monitoring", "evidence")
    mode = personal(models.CharField(max_length=20, choices=codes(ContactMode)), "counselling", "evidence")
    language = personal(models.CharField(max_length=10, blank=True), "counselling")
    interpreter = personal(models.BooleanField(default=False), "counselling")
    topics = personal(
        ArrayField(models.CharField(max_length=20, choices=codes(Topic)), default=list), "counselling"
    )
    came = personal(
        models.BooleanField(default=True, db_default=True), "counselling", "monitoring", "evidence"
    )
    """That somebody did not come is a fact too; it took no minutes."""
    has_note = personal(models.BooleanField(default=False), "counselling")
    """Colleagues outside the case team may know that a note exists; the note itself is hidden from them."""
    session = personal(
        models.ForeignKey(GroupSession, models.PROTECT, null=True, related_name="contacts", db_index=False),
        "counselling",
    )
    """The conversation with several people that it was part of."""
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["network", "person", "-on"]),
            models.Index(fields=["network", "project", "-on"]),
            models.Index(fields=["session"], condition=~models.Q(session=None), name="contact_of_session"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(came=True, minutes__range=(1, 720)) | models.Q(came=False, minutes=0),
                name="contact_minutes_of_who_came",
            ),
        ]

    def readable_note(self) -> str:
        """Return what was said, where the reader may see it."""
        try:
            said: str = self.note.text
        except ContactNote.DoesNotExist:
            return ""
        return said


class ContactNoteQuerySet(FileQuerySet["ContactNote"]):
    """Filters on notes."""

    def visible_to(self, actor: Actor) -> Self:
        """Notes about people in whose case team the actor is."""
        return self.filter(network_id__in=actor.networks, person_id__in=actor.team)


class ContactNote(FileRow):
    """What was said, sealed, for the case team alone; counselling rests on consent and is deleted apart from evidence.

    Notes often tell of health. A note has the ``id`` of its contact, by which keys are changed, and no history.
    """

    contact = models.OneToOneField(
        Contact, models.CASCADE, primary_key=True, related_name="note", db_column="id"
    )
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    text = personal(SealedTextField(), "counselling")

    objects = ContactNoteQuerySet.as_manager()
