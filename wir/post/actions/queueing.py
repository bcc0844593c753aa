"""A message is written into the outbox, in the transaction of what it tells; nothing is sent here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from wir.kit import jobs
from wir.kit.acting import Actor
from wir.post import queries, rules
from wir.post.models import Message, MessageContent
from wir.post.rules import Channel, MessageState, PostProblem, Template
from wir.privacy import actions as privacy

NO_NETWORK = UUID(int=0)
"""Stands for no network where a job must name one."""


class CannotQueue(Exception):
    """The message cannot be written like this; ``problems`` says why, ``words`` what tells too much."""

    def __init__(self, problems: Sequence[PostProblem], words: Sequence[str] = ()) -> None:
        super().__init__(", ".join(problems))
        self.problems, self.words = problems, words


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message to somebody: where it belongs, how it goes, and the values of its template.

    ``key`` says what is the same message; ``until`` from when on nobody needs it.
    """

    network_id: UUID
    project_id: UUID
    subject_id: UUID
    channel: Channel
    template: Template
    language: str
    recipient: str
    about_id: UUID
    key: str
    values: Mapping[str, str] = field(default_factory=dict)
    not_before: datetime | None = None
    until: datetime | None = None


@transaction.atomic
def queue(*, message: NewMessage, now: datetime, actor: Actor) -> Message:
    """Write a message down to be sent; asked twice with the same key it stays one.

    Raises CannotQueue, and writes nothing, when a rule stands in the way.
    """
    telling = rules.telling_words(message.values.values())
    problems = _problems(message, tell=bool(telling))
    if problems:
        raise CannotQueue(problems, telling)
    known = Message.objects.visible_to(actor).filter(network_id=message.network_id, key=message.key).first()
    if known:
        return known
    printed = message.channel is Channel.LETTER
    written = Message.objects.create(
        network_id=message.network_id,
        project_id=message.project_id,
        subject_id=message.subject_id,
        channel=message.channel.value,
        template=message.template.value,
        language=message.language,
        about_id=message.about_id,
        key=message.key,
        not_before=message.not_before or now,
        until=message.until,
        state=(MessageState.SENT if printed else MessageState.QUEUED).value,
        created_at=now,
        done_at=now if printed else None,
    )
    if not printed:
        _seal(written, _address(message) or "", message.values)
    privacy.record(
        actor=actor,
        verb="post.message_queued",
        network_id=message.network_id,
        subject_id=message.subject_id,
        channel=message.channel.value,
        template=message.template.value,
    )
    if not printed and written.not_before <= now:
        wake_sender(message.network_id)
    return written


@transaction.atomic
def call_back(*, about_id: UUID, now: datetime, actor: Actor) -> int:
    """Take what waits to be said about a thing out of the outbox; return how many messages it were.

    What did not arrive is taken out too: nobody may try again to send what is no longer true.
    """
    unsaid = [MessageState.QUEUED.value, MessageState.FAILED.value]
    waiting = Message.objects.visible_to(actor).filter(about_id=about_id, state__in=unsaid)
    return waiting.update(state=MessageState.CALLED_BACK.value, failure="", done_at=now)


@transaction.atomic
def queue_mail(*, recipient: str, subject: str, body: str, sender: str, now: datetime) -> Message:
    """Write a mail down that another part of the house has written: of the sign-in, of an invitation."""
    written = Message.objects.create(
        channel=Channel.MAIL.value,
        template=Template.MAIL.value,
        language="",
        not_before=now,
        created_at=now,
    )
    _seal(written, recipient, {"subject": subject, "body": body, "from": sender})
    wake_sender(None)
    return written


def wake_sender(network_id: UUID | None) -> None:
    """Let the worker look at once, when this transaction commits; without it the next minute does."""
    jobs.enqueue("post.deliver", network_id=network_id or NO_NETWORK)


def _seal(message: Message, recipient: str, values: Mapping[str, str]) -> None:
    MessageContent.objects.create(
        network_id=message.network_id,
        project_id=message.project_id,
        subject_id=message.subject_id,
        message=message,
        recipient=recipient,
        values=dict(values),
    )


def _problems(message: NewMessage, *, tell: bool) -> list[PostProblem]:
    is_number = message.channel is Channel.SMS and bool(message.recipient)
    checks = (
        (PostProblem.NO_WAY, message.channel not in queries.open_channels()),
        (PostProblem.NO_ADDRESS, message.channel is not Channel.LETTER and not message.recipient),
        (PostProblem.NOT_A_NUMBER, is_number and not rules.international(message.recipient)),
        (PostProblem.TELLS_TOO_MUCH, tell),
    )
    return [problem for problem, holds in checks if holds]


def _address(message: NewMessage) -> str | None:
    return rules.international(message.recipient) if message.channel is Channel.SMS else message.recipient
