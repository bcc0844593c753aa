"""Flows that span apps: somebody is taken on, somebody leaves. Each is one transaction: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from wir.counselling import actions as counselling
from wir.counselling import queries as counselling_queries
from wir.counselling.models import Stay
from wir.counselling.rules import ExitReason
from wir.kit.acting import Actor
from wir.monitoring import actions as monitoring
from wir.monitoring.rules.answers import EntryAnswers
from wir.monitoring.rules.vocabulary import Employment
from wir.network import actions as network
from wir.network import queries as known_network
from wir.network.models import Project
from wir.network.rules import Scope
from wir.people import actions as people
from wir.people import queries as people_queries
from wir.people.models import LinkDecision, Merge, Person
from wir.people.queries import Audited
from wir.people.rules.facts import Origin
from wir.people.rules.linking import LinkProblem
from wir.people.rules.merging import MergeProblem
from wir.people.rules.persons import NewPerson, Paper
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
from wir.tasks.models import TaskRule
from wir.tasks.rules import Rule, TaskReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """How a stay begins: with whom, when, with whose consent in which language, and the entry questionnaire."""

    advisor_id: UUID
    entered_on: date
    consent_way: ConsentWay
    language: str
    answers: EntryAnswers
    between_networks: bool = False
    """Whether the person agrees to be found by other networks as perhaps known."""
    same_as: str | None = None
    """Participant of another sub-project who is the same person, empty for none of them; None was not decided."""


@transaction.atomic
def put_together(
    *, kept: Person, absorbed: Person, take: Collection[str], now: datetime, today: date, actor: Actor
) -> Merge:
    """Put two files about one person together; what it moves can be moved back for 30 days.

    Raises CannotMerge, and writes nothing, when a rule stands in the way, or when both files are in an open stay: only
    one of them could stand, and which one is no question for a machine.
    """
    merge = people.merge_files(kept=kept, absorbed=absorbed, take=take, now=now, today=today, actor=actor)
    if counselling_queries.people_in_stays(actor, [absorbed.pk]):
        raise people.CannotMerge([MergeProblem.TWO_OPEN_STAYS])
    return merge


@transaction.atomic
def decide_whether_same(*, person: Person, other_id: UUID, same: bool, actor: Actor) -> LinkDecision:
    """Decide whether a file is about a participant of another sub-project; if so, its stays count for that one.

    Raises CannotLink, and writes nothing, when a rule stands in the way.
    """
    before_id = person.participant_id
    decision = people.decide_link(person=person, other_id=other_id, same=same, actor=actor)
    if same:
        person.participant_id = other_id
        counselling.follow_participant(person=person, before_id=before_id, actor=actor)
    return decision


@transaction.atomic
def part(*, person: Person, decision: LinkDecision, actor: Actor) -> LinkDecision:
    """Undo a link: the file and its stays count for a participant of their own again.

    Raises CannotLink, and writes nothing, where nothing is linked.
    """
    together, alone = decision.other_id, decision.before_id
    decision = people.part_files(decision=decision, actor=actor)
    if alone is not None:
        person.participant_id = alone
        counselling.follow_participant(person=person, before_id=together, actor=actor)
    return decision


class NothingClosed(Exception):
    """Behind the case number there is no file that is closed to the actor: there is none, or it is open already."""


@transaction.atomic
def open_closed_files(*, case_number: str, reason: str, now: datetime, actor: Actor) -> list[UUID]:
    """Open the files behind a case number of the network for one hour; return whose.

    Raises NothingClosed or CannotBreakGlass, and writes nothing, when there is nothing to open or a rule is against.
    """
    closed = people_queries.closed_files(actor, case_number)
    if not closed:
        raise NothingClosed
    for one in closed:
        network.break_glass(
            place=one.place, subject_id=one.person_id, scope=Scope.FILE, reason=reason, now=now, actor=actor
        )
    return [one.person_id for one in closed]


@transaction.atomic
def take_on(*, project: Project, values: NewPerson, entry: Entry, today: date, actor: Actor) -> Stay:
    """Open a file for a new person and let the stay begin, with consent, notices and entry record.

    Raises CannotBegin, CannotRecord, CannotCheck or CannotLink, and writes nothing, when one of the steps is refused.
    """
    person = people.add_person(project=project, values=values, origin=Origin.TYPED, today=today, actor=actor)
    if entry.between_networks:
        people.join_check(
            person=person, way=entry.consent_way, language=entry.language, today=today, actor=actor
        )
    for one in people_queries.undecided(actor, person):
        if entry.same_as is not None:
            same = str(one.participant_id) == entry.same_as
            decide_whether_same(person=person, other_id=one.participant_id, same=same, actor=actor)
    return _begin(person, entry, today, actor)


@transaction.atomic
def take_on_known(*, person: Person, paper: Paper | None, entry: Entry, today: date, actor: Actor) -> Stay:
    """Let a stay begin for somebody whose file is there already; ``paper`` where none was recorded yet.

    Raises CannotChangeResidence, CannotBegin or CannotRecord, and writes nothing, when one of the steps is refused.
    """
    if paper is not None:
        people.change_residence(
            person=person,
            status=paper.status,
            legal_basis=paper.legal_basis,
            work_note=paper.work_note,
            from_on=paper.from_on or today,
            valid_until=paper.valid_until,
            today=today,
            actor=actor,
        )
    return _begin(person, entry, today, actor)


def _begin(person: Person, entry: Entry, today: date, actor: Actor) -> Stay:
    """One person takes part once in a network: before a stay begins, somebody has looked whether they do already."""
    if people_queries.undecided(actor, person):
        raise people.CannotLink([LinkProblem.UNDECIDED])
    stay = counselling.begin_stay(
        person=person,
        advisor_id=entry.advisor_id,
        entered_on=entry.entered_on,
        consent_way=entry.consent_way,
        language=entry.language,
        today=today,
        actor=actor,
    )
    monitoring.record_entry(stay=stay, answers=entry.answers, today=today, actor=actor)
    return stay


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
def see_off(
    *,
    stay: Stay,
    exited_on: date,
    reason: ExitReason,
    status: Employment | None,
    education_from: date | None,
    education_in_window: bool | None,
    qualification_on: date | None,
    qualification_certified: bool | None,
    today: date,
    actor: Actor,
) -> Stay:
    """End the stay and record what is known on the day of leaving; ``status`` None means not asked yet.

    Raises CannotEnd or CannotRecord, and writes nothing, when one of the steps is refused.
    """
    stay = counselling.end_stay(stay=stay, exited_on=exited_on, reason=reason, today=today, actor=actor)
    monitoring.record_exit(
        stay=stay,
        education_from=education_from,
        education_in_window=education_in_window,
        qualification_on=qualification_on,
        qualification_certified=qualification_certified,
        today=today,
        actor=actor,
    )
    if status is not None:
        monitoring.record_status(stay=stay, on=exited_on, status=status, today=today, actor=actor)
    return stay


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


@transaction.atomic
def set_task_rules(
    *, project: Project, rules: Mapping[TaskReason, Rule], today: date, actor: Actor
) -> list[TaskRule]:
    """Set kinds of automatic tasks in a sub-project, as its head or as coordination.

    Raises CannotSetRule, and writes nothing, when a rule stands in the way.
    """
    may_set = known_network.answers_for(actor, project, today)
    return [
        tasks.set_rule(
            place=(project.network_id, project.pk),
            reason=reason,
            is_on=rule.is_on,
            days=rule.days,
            may_set=may_set,
            actor=actor,
        )
        for reason, rule in rules.items()
    ]
