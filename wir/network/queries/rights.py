"""Why somebody may see a file, what was opened to whom, and who has which role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from wir.kit.acting import Actor
from wir.network.models import Grant, GrantQuerySet, Membership, MembershipQuerySet, Project
from wir.network.rules import BY_HAND, IN_PROJECTS, ReasonCode, Role, Scope


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why somebody may see a file: a role in its sub-project, or a grant with its cause; half-open."""

    code: ReasonCode
    role: str
    project: str
    scope: str
    cause: str
    from_on: date
    until_on: date | None


def explain(actor: Actor, subject_id: UUID, *, project_id: UUID, today: date) -> list[Reason]:
    """Return every reason why the actor may see the file of that sub-project today; none when it is closed to them."""
    held = MembershipQuerySet(Membership).visible_to(actor).in_force(today).of_user(actor.id)
    works = held.filter(project_id=project_id, role__in=[role.value for role in IN_PROJECTS])
    reasons = [
        Reason(ReasonCode.MEMBERSHIP, one.role, one.project.name, "", "", one.from_on, one.until_on)
        for one in works.select_related("project").order_by("from_on")
        if one.project
    ]
    granted = (
        GrantQuerySet(Grant)
        .visible_to(actor)
        .in_force(today)
        .filter(grantee_id=actor.id, subject_id=subject_id)
    )
    return reasons + [_reason(grant) for grant in granted.select_related("project").order_by("from_on")]


def _reason(grant: Grant) -> Reason:
    return Reason(
        ReasonCode.GRANT, "", grant.project.name, grant.scope, grant.cause, grant.from_on, grant.until_on
    )


def memberships_of(actor: Actor, today: date) -> list[Membership]:
    """Return the actor's own roles of today."""
    own = MembershipQuerySet(Membership).visible_to(actor).in_force(today).of_user(actor.id)
    return list(own.select_related("project__carrier", "network").order_by("from_on", "id"))


def grants_of(actor: Actor, today: date) -> list[Grant]:
    """Return what has been opened to the actor by hand, today or later."""
    own = GrantQuerySet(Grant).visible_to(actor).not_over(today).filter(grantee_id=actor.id)
    return list(_with_names(own))


def count_team_cases(actor: Actor, today: date) -> int:
    """Return in how many case teams the actor is by a stay."""
    own = GrantQuerySet(Grant).visible_to(actor).in_force(today).filter(grantee_id=actor.id)
    return own.filter(scope=Scope.CASE_TEAM.value).exclude(cause__in=BY_HAND).count()


def releases_in(actor: Actor, today: date) -> GrantQuerySet:
    """Return what has been opened by hand of files of the sub-projects the actor works in, and is not over."""
    return _with_names(
        GrantQuerySet(Grant).visible_to(actor).not_over(today).filter(project_id__in=actor.projects)
    )


def release_or_none(actor: Actor, grant_id: UUID, today: date) -> Grant | None:
    """Return one release of the sub-projects the actor works in."""
    return releases_in(actor, today).filter(pk=grant_id).first()


def _with_names(grants: GrantQuerySet) -> GrantQuerySet:
    by_hand = grants.filter(cause__in=[cause.value for cause in BY_HAND])
    return by_hand.select_related("grantee", "project", "network").order_by("until_on", "grantee__name", "id")


def grants_on(actor: Actor, subject_id: UUID, today: date) -> list[Grant]:
    """Return to whom one file of the actor's sub-projects is open by grant today or later, whatever the cause."""
    grants = GrantQuerySet(Grant).visible_to(actor).not_over(today).filter(subject_id=subject_id)
    return list(grants.select_related("grantee", "project").order_by("grantee__name", "id"))


def colleagues_in(actor: Actor, today: date) -> list[Membership]:
    """Return who works today in files of the actor's networks, by sub-project and name."""
    held = MembershipQuerySet(Membership).filter(network_id__in=actor.networks).in_force(today)
    there = held.filter(role__in=[role.value for role in IN_PROJECTS], user__is_active=True)
    return list(
        there.select_related("user", "project", "network").order_by("project__name", "user__name", "id")
    )


def roles_in(actor: Actor, today: date) -> list[Membership]:
    """Return who works in sub-projects of the networks the actor coordinates."""
    return [one for one in colleagues_in(actor, today) if one.network_id in actor.overseen]


def role_or_none(actor: Actor, membership_id: UUID, today: date) -> Membership | None:
    """Return one role in a sub-project of the networks the actor coordinates."""
    held = (
        MembershipQuerySet(Membership).visible_to(actor).in_force(today).filter(network_id__in=actor.overseen)
    )
    return held.filter(pk=membership_id, project__isnull=False).select_related("user", "project").first()


def files_workers(network_id: UUID, today: date) -> set[UUID]:
    """Return the ids of those who work in files of the network today."""
    held = MembershipQuerySet(Membership).in_force(today).filter(network_id=network_id)
    return set(held.filter(role__in=[role.value for role in IN_PROJECTS]).values_list("user_id", flat=True))


def project_workers(project_id: UUID, today: date, *, role: Role | None = None) -> set[UUID]:
    """Return the ids of those who work in the sub-project today, or who have that role there."""
    held = MembershipQuerySet(Membership).in_force(today).filter(project_id=project_id)
    wanted = [role] if role else list(IN_PROJECTS)
    return set(held.filter(role__in=[one.value for one in wanted]).values_list("user_id", flat=True))


def leads(actor: Actor, project_id: UUID, today: date) -> bool:
    """Whether the actor is head of the sub-project today."""
    return actor.id in project_workers(project_id, today, role=Role.PROJECT_LEAD)


def answers_for(actor: Actor, project: Project, today: date) -> bool:
    """Whether the actor is head of the sub-project today, or coordinates its network."""
    return project.network_id in actor.overseen or leads(actor, project.pk, today)


def sees_already(project_id: UUID, subject_id: UUID, from_on: date, until_on: date) -> set[UUID]:
    """Return the ids of those to whom the file is open in that time: by work there, or by an overlapping release."""
    grants = GrantQuerySet(Grant).filter(subject_id=subject_id, scope=Scope.FILE.value, from_on__lt=until_on)
    held = grants.exclude(until_on__lte=from_on).values_list("grantee_id", flat=True)
    return project_workers(project_id, from_on) | set(held)


def team_cases(project_id: UUID, user_id: UUID, day: date) -> set[UUID]:
    """Return the people of the sub-project in whose case team somebody is on the day."""
    grants = GrantQuerySet(Grant).in_force(day).filter(project_id=project_id, grantee_id=user_id)
    return set(grants.filter(scope=Scope.CASE_TEAM.value).values_list("subject_id", flat=True))
