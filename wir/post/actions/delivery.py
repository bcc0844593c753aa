"""What waits is sent: claimed first and committed, so that a crash neither loses a message nor sends it for ever."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from wir.kit.acting import Actor
from wir.post import rules
from wir.post.actions.queueing import wake_sender
from wir.post.adapters import ways
from wir.post.adapters.templates import words_of
from wir.post.adapters.ways import NotDelivered
from wir.post.models import Message, MessageContent
from wir.post.rules import Channel, Failure, MessageState, Template
from wir.privacy import actions as privacy


@transaction.atomic
def claim_due(*, network_id: UUID | None, most: int, now: datetime, actor: Actor) -> list[Message]:
    """Count an attempt for up to ``most`` messages that are due, and return them.

    What is claimed and then lost (the machine went down) is due again after the pause of that attempt.
    """
    waiting = Message.objects.of_one_chain(network_id).filter(
        state=MessageState.QUEUED.value, not_before__lte=now
    )
    due = list(waiting.order_by("not_before").select_for_update(skip_locked=True)[:most])
    for message in due:
        message.attempts += 1
        message.not_before = now + rules.pause_after(message.attempts)
    Message.objects.bulk_update(due, ["attempts", "not_before"])
    return due


@transaction.atomic
def deliver(*, message: Message, now: datetime, actor: Actor) -> Message:
    """Send a claimed message; say it is sent, will be tried again, or has failed and why."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    if message.state != MessageState.QUEUED.value:  # called back meanwhile
        return message
    if message.until and message.until <= now:
        return _finish(message, MessageState.FAILED, Failure.TOO_LATE, now)
    try:
        _send(message)
    except NotDelivered as why:
        if why.is_final or message.attempts >= rules.MOST_ATTEMPTS:
            return _finish(message, MessageState.FAILED, why.failure, now)
        return message
    return _finish(message, MessageState.SENT, None, now)


@transaction.atomic
def try_again(*, message: Message, now: datetime, actor: Actor) -> Message:
    """Put a message that was given up back into the outbox, as if it were new."""
    message = Message.objects.failed().select_for_update().get(pk=message.pk)
    message.state, message.failure = MessageState.QUEUED.value, ""
    message.attempts, message.not_before, message.done_at = 0, now, None
    message.save(update_fields=["state", "failure", "attempts", "not_before", "done_at"])
    privacy.record(
        actor=actor,
        verb="post.message_tried_again",
        network_id=message.network_id,
        subject_id=message.subject_id,
        channel=message.channel,
    )
    wake_sender(message.network_id)
    return message


@transaction.atomic
def forget_done(
    *, network_id: UUID | None, contents_before: datetime, messages_before: datetime, actor: Actor
) -> int:
    """Remove what old messages said and to whom, later also that there were any; return how many contents went."""
    done = Message.objects.of_one_chain(network_id).exclude(state=MessageState.QUEUED.value)
    contents = MessageContent.objects.filter(message__in=done.filter(done_at__lt=contents_before))
    removed, _ = contents.delete()
    done.filter(done_at__lt=messages_before).delete()
    return removed


def _send(message: Message) -> None:
    content = MessageContent.objects.get(message=message)
    if message.template == Template.MAIL.value:
        return ways.send_mail(message.pk, content.recipient, content.values)
    words = words_of(Template(message.template), message.language, content.values)
    if message.channel == Channel.SMS.value:
        return ways.send_text_message(message.pk, content.recipient, "\n".join(words.lines))
    written = {"subject": words.title, "body": "\n\n".join(words.lines)}
    return ways.send_mail(message.pk, content.recipient, written)


def _finish(message: Message, state: MessageState, failure: Failure | None, now: datetime) -> Message:
    message.state, message.failure, message.done_at = state.value, failure.value if failure else "", now
    message.save(update_fields=["state", "failure", "done_at"])
    if state is MessageState.SENT and message.template == Template.MAIL.value:
        # links that set a password lie nowhere once they are on their way
        MessageContent.objects.filter(message=message).delete()
    return message
