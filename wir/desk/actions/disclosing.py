"""What goes out of the house, and what must not go yet: sharing, requests of authorities, holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from wir.kit.acting import Actor
from wir.network import actions as network
from wir.network import queries as known_network
from wir.network.models import Project
from wir.people.models import Person
from wir.people.queries import Audited
from wir.privacy import actions as privacy
from wir.privacy.actions import Asked, CannotRetain, Decided
from wir.privacy.models import AuthorityRequest, SharingConsent
from wir.privacy.rules import (
    ConsentProblem,
    ConsentWay,
    HoldGround,
    Purpose,
    Receiver,
    RetentionProblem,
    Shared,
)
from wir.tasks import actions as tasks
from wir.tasks import queries as known_tasks
from wir.tasks.rules import TaskReason


@transaction.atomic
def hold_files(
    *,
    files: Sequence[Audited],
    ground: HoldGround,
    reason: str,
    until_on: date | None,
    today: date,
    actor: Actor,
) -> None:
    """Keep what is stored in these files of one person, whatever is due.

    Raises CannotRetain, and writes nothing, without a file or when a rule stands in the way.
    """
    if not files:
        raise CannotRetain([RetentionProblem.NO_SUCH_FILE])
    for file in files:
        privacy.hold_data(
            **file.place,
            subject_id=file.person_id,
            ground=ground,
            reason=reason,
            until_on=until_on,
            today=today,
            actor=actor,
        )


@transaction.atomic
def take_down_request(
    *, project: Project, person: Person | None, asked: Asked, today: date, actor: Actor
) -> AuthorityRequest:
    """Put down that an authority asked, and give every head of the sub-project the task to decide.

    Raises CannotLogRequest, and writes nothing, when a rule stands in the way.
    """
    request = privacy.log_authority_request(
        place=(project.network_id, project.carrier_id, project.pk),
        subject_id=person.pk if person else None,
        asked=asked,
        today=today,
        actor=actor,
    )
    heads: list[UUID | None] = [*known_network.leads_of(project.pk, today)]
    for assignee_id in heads or [None]:
        tasks.add_task(
            place=(project.network_id, project.pk),
            subject_id=None,
            assignee_id=assignee_id,
            reason=TaskReason.AUTHORITY_ASKED,
            title="",
            due_on=today,
            link=reverse("desk:authority", args=[request.pk]),
            actor=actor,
        )
    return request


@transaction.atomic
def decide_request(
    *, request: AuthorityRequest, decided: Decided, today: date, actor: Actor
) -> AuthorityRequest:
    """Decide on a request as head of its sub-project; the tasks that asked for it are done.

    Raises CannotDecideRequest, and writes nothing, when a rule stands in the way.
    """
    request = privacy.decide_authority_request(
        request=request, decided=decided, leads=known_network.led_by(actor, today), today=today, actor=actor
    )
    for task in known_tasks.open_tasks(actor).filter(link=reverse("desk:authority", args=[request.pk])):
        tasks.finish_task(task=task, done_on=today, actor=actor)
    return request


@transaction.atomic
def share(
    *,
    person: Person,
    fields: Collection[Shared],
    receiver: tuple[Receiver, UUID],
    given_on: date,
    until_on: date,
    way: ConsentWay,
    language: str,
    proof: str,
    today: date,
    actor: Actor,
) -> SharingConsent:
    """Let a receiver know what the person agreed to; a colleague who may see the whole file sees it from now on.

    A grant opens a whole file, so parts of one are passed on by hand and put down with ``privacy.disclose``.

    Raises CannotShare, and writes nothing, when the consent cannot be recorded or has not begun or is over today,
    or when somebody to whom the file was released would open it to others.
    """
    kind, receiver_id = receiver
    opens_file = kind is Receiver.USER and Shared.FILE in fields
    if opens_file and person.project_id not in actor.projects:
        raise privacy.CannotShare([ConsentProblem.NOT_YOUR_PROJECT])
    sharing = privacy.consent_to_sharing(
        network_id=person.network_id,
        project_id=person.project_id,
        subject_id=person.pk,
        purpose=Purpose.COUNSELLING,
        fields=fields,
        receiver_kind=kind,
        receiver_id=receiver_id,
        given_on=given_on,
        until_on=until_on,
        way=way,
        language=language,
        proof=proof,
        actor=actor,
    )
    if opens_file:
        privacy.disclose(sharing=sharing, fields=[Shared.FILE], on=today, actor=actor)
        network.open_on_consent(
            place=person.place(),
            subject_id=person.pk,
            grantee_id=receiver_id,
            cause=sharing.cause(),
            from_on=today,
            until_on=until_on,
            actor=actor,
        )
    return sharing


@transaction.atomic
def tell_receiver(*, sharing: SharingConsent, today: date, actor: Actor) -> SharingConsent:
    """Put down that the receiver knows of the withdrawal, and finish the task that asked for it.

    Raises CannotShare, and writes nothing, while nothing was withdrawn.
    """
    told = privacy.tell_receiver(sharing=sharing, told_on=today, actor=actor)
    for task in known_tasks.open_tasks(actor, subject_id=sharing.subject_id):
        if task.reason == TaskReason.TELL_RECEIVER.value and task.link.endswith(f"#{sharing.pk}"):
            tasks.finish_task(task=task, done_on=today, actor=actor)
    return told
