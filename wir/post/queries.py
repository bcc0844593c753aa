"""What pages, jobs and other apps ask about messages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import connection

from wir.kit.acting import Actor, ActorKind, acting
from wir.kit.compiled import compiled
from wir.kit.mail import mail_is_sent
from wir.post.adapters.templates import Words, words_of
from wir.post.adapters.ways import text_messages_are_sent
from wir.post.models import Message, MessageQuerySet
from wir.post.rules import Channel, Template


def open_channels() -> list[Channel]:
    """Return by which ways messages leave this site; letters always."""
    ways = {Channel.MAIL: mail_is_sent(), Channel.SMS: text_messages_are_sent(), Channel.LETTER: True}
    return [channel for channel, is_open in ways.items() if is_open]


def letter(template: Template, language: str, values: Mapping[str, str]) -> Words:
    """Return what a printed message says, in the reader's language and in German."""
    return words_of(template, language, values)


def failed_messages(actor: Actor) -> MessageQuerySet:
    """Return the messages that were given up, the latest first."""
    return Message.objects.visible_to(actor).failed().order_by("-created_at", "-id")


def number_failed(actor: Actor) -> int:
    """Return how many were given up."""
    return _failed.count(actor)


@compiled
def _failed(actor: Actor) -> MessageQuerySet:
    return failed_messages(actor).order_by()


def failed_or_none(actor: Actor, message_id: UUID) -> Message | None:
    """Return one message that was given up."""
    return failed_messages(actor).filter(pk=message_id).first()


def may_write(actor: Actor, message: Message) -> bool:
    """Whether the actor works in the file that the message is about; who only oversees a network does not."""
    return message.project_id in actor.projects or message.subject_id in actor.subjects


def messages_about(actor: Actor, about_ids: Iterable[UUID]) -> MessageQuerySet:
    """Return the messages about some things (appointments), the latest first."""
    messages = Message.objects.visible_to(actor).filter(about_id__in=list(about_ids))
    return messages.order_by("-created_at", "-id")


def as_sender(network_id: UUID | None) -> Actor:
    """Return the job that sends the messages of one network, or those of none."""
    return Actor(kind=ActorKind.JOB, networks=(network_id,) if network_id else ())


def networks_with_due(now: datetime) -> list[UUID | None]:
    """Return the networks of which something waits to be sent; None stands for the sign-in."""
    return _networks("select network_id from post_due(%s)", now)


def networks_with_done(before: datetime) -> list[UUID | None]:
    """Return the networks of which messages done before the moment are still kept."""
    return _networks("select network_id from post_done(%s)", before)


def networks_with_failed() -> list[UUID | None]:
    """Return the networks of which messages were given up."""
    return _networks("select network_id from post_failed()")


def failed_of(network_id: UUID | None) -> MessageQuerySet:
    """Return the messages of one network that were given up, for its job, the oldest first."""
    return Message.objects.of_one_chain(network_id).failed().order_by("created_at", "id")


def _networks(question: str, *moment: datetime) -> list[UUID | None]:
    with acting(as_sender(None)), connection.cursor() as cursor:
        cursor.execute(question, moment)
        return [network_id for (network_id,) in cursor.fetchall()]
