"""What the desk does when something is taken back: somebody has to tell the receiver."""

from django.urls import reverse

from wir.kit.events import on
from wir.privacy.events import SharingWithdrawn
from wir.tasks import actions as tasks
from wir.tasks.rules import TaskReason


@on(SharingWithdrawn)
def ask_to_tell_the_receiver(event: SharingWithdrawn) -> None:
    """Whoever got something is told (Art. 19 GDPR); the task is everybody's in the sub-project."""
    if event.received:
        tasks.add_task(
            place=(event.network_id, event.project_id),
            subject_id=event.subject_id,
            assignee_id=None,
            reason=TaskReason.TELL_RECEIVER,
            title="",
            due_on=event.today,
            link=f"{reverse('desk:consent', args=[event.subject_id])}#{event.sharing_id}",
            actor=event.actor,
        )
