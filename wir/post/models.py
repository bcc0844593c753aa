"""The outbox: what is known of a message, and apart from it, sealed, to whom it goes and what it says."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.fields import SealedJSONField, SealedTextField
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.post.rules import Channel, Failure, MessageState, Template

CHANNELS: dict[StrEnum, str | Promise] = {
    Channel.MAIL: _("by mail"),
    Channel.SMS: _("by text message"),
    Channel.LETTER: _("as a letter"),
}
TEMPLATES: dict[StrEnum, str | Promise] = {
    Template.MAIL: _("Mail"),
    Template.INVITATION: _("Invitation to an appointment"),
    Template.REMINDER: _("Reminder of an appointment"),
    Template.MOVED: _("An appointment was moved"),
    Template.CANCELLED: _("An appointment was cancelled"),
}
STATES: dict[StrEnum, str | Promise] = {
    MessageState.QUEUED: _("waits to be sent"),
    MessageState.SENT: _("sent"),
    MessageState.CALLED_BACK: _("taken back before it was sent"),
    MessageState.FAILED: _("did not arrive"),
}
"""Words for the screen; they stand here because whatever lets a message be sent shows how far it is."""


class MessageQuerySet(models.QuerySet["Message"]):
    """Filters on messages; they bear neither name nor address, so those who oversee a network may read them."""

    def visible_to(self, actor: Actor) -> Self:
        """Messages of the actor's sub-projects, about people released to them, and of networks they oversee."""
        return self.filter(network_id__in=actor.networks).filter(
            models.Q(project_id__in=actor.projects)
            | models.Q(subject_id__in=actor.subjects)
            | models.Q(network_id__in=actor.overseen)
        )

    def of_one_chain(self, network_id: object) -> Self:
        """Messages of one network, or those without one (sign-in), for the job that sends them."""
        return self.filter(network_id=network_id) if network_id else self.filter(network_id=None)

    def failed(self) -> Self:
        """Messages that were given up."""
        return self.filter(state=MessageState.FAILED.value)


class Message(models.Model):
    """A message on its way: channel, template, state. Mails of the sign-in belong to no network."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField(null=True)
    project_id = models.UUIDField(null=True)
    subject_id = models.UUIDField(null=True)
    channel = personal(models.CharField(max_length=10, choices=codes(Channel)), "counselling")
    template = personal(models.CharField(max_length=20, choices=codes(Template)), "counselling")
    language = personal(models.CharField(max_length=10), "counselling")
    about_id = models.UUIDField(null=True)
    """What it is about (an appointment), for the app that asked for it."""
    key = models.CharField(max_length=120, blank=True)
    """The same key twice in a network is the same message: it is queued once."""
    not_before = personal(models.DateTimeField(), "counselling")
    until = personal(models.DateTimeField(null=True), "counselling")
    """From this moment on nobody needs it any more; it is not sent then."""
    state = models.CharField(max_length=12, choices=codes(MessageState), default=MessageState.QUEUED.value)
    failure = models.CharField(max_length=20, choices=codes(Failure), blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before"],
                condition=models.Q(state=MessageState.QUEUED.value),
                name="message_queued",
            ),
            models.Index(
                fields=["network_id", "project_id"],
                condition=models.Q(state=MessageState.FAILED.value),
                name="message_failed",
            ),
            models.Index(fields=["network_id", "about_id"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["network_id", "key"], condition=~models.Q(key=""), name="message_once"
            ),
            models.CheckConstraint(
                condition=models.Q(state=MessageState.FAILED.value) & ~models.Q(failure="")
                | ~models.Q(state=MessageState.FAILED.value) & models.Q(failure=""),
                name="message_failed_for_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(state=MessageState.QUEUED.value, done_at=None)
                | ~models.Q(state=MessageState.QUEUED.value) & models.Q(done_at__isnull=False),
                name="message_done_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"


class MessageContent(models.Model):
    """To whom a message goes and what it says: sealed, read by the sending job alone, removed when it is done."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField(null=True)
    project_id = models.UUIDField(null=True)
    subject_id = models.UUIDField(null=True)
    message = models.OneToOneField(Message, models.CASCADE, related_name="content")
    recipient = personal(SealedTextField(), "counselling")
    values = personal(SealedJSONField(), "counselling")

    def __str__(self) -> str:
        return f"content of message {self.message_id}"
