"""What time does to answers: the case team is told before one changes, and on the day it is asked for anew."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from wir.eligibility import queries
from wir.eligibility.models import Assessment, LegalClock
from wir.eligibility.rules import Activity, Facts, assess
from wir.eligibility.rules.answers import Answer
from wir.eligibility.rules.changes import ChangeKind, what_changes_next
from wir.eligibility.rules.contradictions import contradictions
from wir.eligibility.rules.policy import Policy
from wir.kit.acting import Actor
from wir.network.models import Grant
from wir.network.rules import Scope
from wir.people.models import Person
from wir.privacy import actions as privacy
from wir.tasks import actions as tasks
from wir.tasks.rules import TaskReason

WATCHED = Activity.EMPLOYMENT_UNSKILLED
"""The clocks watch the plainest question; other activities share its dates."""
PORTION = 500


@transaction.atomic
def tell_of_changes(*, person: Person, today: date, actor: Actor) -> list[LegalClock]:
    """Give the case team a task for every change that comes near, each once; nothing while facts contradict.

    How early is the network's choice for each kind of change. The task falls due on the day of the change.
    """
    facts = queries.facts_of(actor, person.pk, today)
    if contradictions(facts, today):
        return []
    early = queries.days_before(actor, person.network_id)
    policy = queries.policy_of(actor, person.pk, today)
    told = []
    for change in what_changes_next(facts, activity=WATCHED, on=today, policy=policy):
        if (change.on - today).days <= early[change.kind]:
            told += _tell_once(person, change.kind, change.on, today, actor)
    return told


def _tell_once(person: Person, kind: ChangeKind, on: date, today: date, actor: Actor) -> list[LegalClock]:
    clock, fresh = LegalClock.objects.get_or_create(
        person=person, kind=kind.value, on=on, defaults={**person.place(), "told_on": today}
    )
    if not fresh:
        return []
    team: list[UUID | None] = [*_case_team(person, today)]
    for assignee_id in team or [None]:
        tasks.add_task(
            place=(person.network_id, person.project_id),
            subject_id=person.pk,
            assignee_id=assignee_id,
            reason=TaskReason.LEGAL_DATE,
            title="",
            due_on=on,
            link=reverse("eligibility:work", args=[person.pk]),
            actor=actor,
        )
    return [clock]


def _case_team(person: Person, today: date) -> list[UUID]:
    """Return who is in the person's case team and works in the sub-project's files or was let in."""
    grants = Grant.objects.filter(
        network_id=person.network_id,
        project_id=person.project_id,
        subject_id=person.pk,
        scope=Scope.CASE_TEAM.value,
        from_on__lte=today,
    )
    return sorted(set(grants.exclude(until_on__lte=today).values_list("grantee_id", flat=True)))


@transaction.atomic
def recompute_due(*, network_id: UUID, today: date, actor: Actor) -> int:
    """Ask anew for the answers of people whose day has come; returns how many clocks were done."""
    due = LegalClock.objects.visible_to(actor).filter(
        network_id=network_id, on__lte=today, recomputed_on=None
    )
    clocks = list(due.select_for_update().order_by("on", "id")[:PORTION])
    for person_id in {clock.person_id for clock in clocks}:
        for kept in queries.assessments_of(actor, person_id).newest():
            now = queries.find(actor, person_id, Activity(kept.activity), today).answer
            _note(kept, now, today, but="earliest_on")
    LegalClock.objects.filter(pk__in=[clock.pk for clock in clocks]).update(recomputed_on=today)
    return len(clocks)


@transaction.atomic
def recheck(*, network_id: UUID, today: date, actor: Actor) -> list[Assessment]:
    """Ask the present rules again about the kept facts of every open case, and return what they answer differently.

    The question is the old one: same facts, same activity, same day. So what differs is the rules' doing, or that of
    the network's policy. The answers found are listed for the advisors until somebody keeps a new one.
    """
    policy = queries.policy_from(queries.policies_of(actor, network_id), today)
    newest = Assessment.objects.visible_to(actor).filter(network_id=network_id).newest()
    kept = list(newest.select_related("person__participant"))
    is_open = queries.open_cases(actor, {one.person_id for one in kept})
    found = [one for one in kept if one.person_id in is_open and _note(one, _again(one, policy), today)]
    privacy.record(
        actor=actor,
        verb="eligibility.rechecked",
        network_id=network_id,
        asked=str(len(kept)),
        differ=str(len(found)),
    )
    return found


def _again(kept: Assessment, policy: Policy) -> Answer:
    facts = Facts.from_json(kept.facts)
    return assess(facts, activity=Activity(kept.activity), on=kept.on, policy=policy)


_COMPARED = (
    "may_work",
    "authority_permission",
    "decision_mode",
    "ba_consent",
    "ban",
    "earliest_on",
    "target_group",
)


def _note(kept: Assessment, now: Answer, today: date, *, but: str = "") -> bool:
    """Write down whether the present answer is another than the kept one."""
    told = now.as_json()
    differs = any(told[name] != kept.answer.get(name) for name in _COMPARED if name != but)
    if differs and kept.outdated_on is None:
        kept.outdated_on, kept.now_may_work = today, now.may_work.value
        kept.save(update_fields=["outdated_on", "now_may_work"])
    elif not differs and kept.outdated_on is not None:
        kept.outdated_on, kept.now_may_work = None, ""
        kept.save(update_fields=["outdated_on", "now_may_work"])
    return differs
