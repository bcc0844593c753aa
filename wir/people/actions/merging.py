"""Two files about one person are put together, and taken apart again."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction

from wir.kit import events
from wir.kit.acting import Actor
from wir.network import queries as network
from wir.network.rules import Scope
from wir.people.actions.duplicates import renew_marks
from wir.people.events import FilesMerged
from wir.people.models import Merge, NameKeys, Person
from wir.people.queries import contents_of
from wir.people.rules.merging import IDENTITY_FIELDS, MergeProblem, differences, obstacles_to_merge, taken
from wir.privacy import actions as privacy


class CannotMerge(Exception):
    """The files cannot be put together or taken apart like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[MergeProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def merge_files(
    *,
    kept: Person,
    absorbed: Person,
    take: Collection[str],
    now: datetime,
    today: date,
    actor: Actor,
) -> Merge:
    """Move everything of one file into another of the same sub-project; ``take`` names fields to overwrite.

    Rows that cannot stand twice (a second current paper, a second open stay) stay with the absorbed file; whether
    that is right for stays, the app above decides.
    Raises CannotMerge, and writes nothing, when a rule stands in the way.
    """
    kept, absorbed = _locked(actor, kept.pk), _locked(actor, absorbed.pk)
    problems = obstacles_to_merge(
        same_file=kept.pk == absorbed.pk,
        same_project=kept.project_id == absorbed.project_id and kept.project_id in actor.projects,
        decides=all(_decides(actor, one, today) for one in (kept, absorbed)),
    )
    if problems or actor.id is None:
        raise CannotMerge(problems or [MergeProblem.NOT_DECIDED_BY])
    chosen = taken(differences(contents_of(kept), contents_of(absorbed)), take)
    before = {field: contents_of(kept)[field] for field in chosen}
    _write(kept, chosen)
    with connection.cursor() as cursor:
        cursor.execute("select people_merge(%s, %s)", [kept.pk, absorbed.pk])
        (moved,) = cursor.fetchone()
    merge = Merge.objects.create(
        **kept.place(),
        kept=kept,
        absorbed=absorbed,
        moved=json.loads(moved) if isinstance(moved, str) else moved,
        written=_plain({field: [before[field], after] for field, after in chosen.items()}),
        by_id=actor.id,
        merged_at=now,
    )
    NameKeys.objects.filter(person=absorbed).delete()
    _tell(actor, "people.files_merged", merge)
    return merge


@transaction.atomic
def undo_merge(*, merge: Merge, now: datetime, today: date, actor: Actor) -> Person:
    """Take the files apart as they were, within 30 days; what was added since stays with the kept file.

    A field that was changed once more after the merge keeps the later answer.
    Raises CannotMerge, and writes nothing, when a rule stands in the way.
    """
    merge = (
        Merge.objects.visible_to(actor)
        .select_for_update()
        .select_related("kept", "absorbed")
        .get(pk=merge.pk)
    )
    kept, absorbed = merge.kept, merge.absorbed
    checks = {
        MergeProblem.TOO_LATE: not merge.can_be_undone(now),
        MergeProblem.NOT_DECIDED_BY: not _decides(actor, kept, today),
    }
    if problems := [problem for problem, holds in checks.items() if holds]:
        raise CannotMerge(problems)
    with connection.cursor() as cursor:
        cursor.execute(
            "select people_unmerge(%s, %s, %s::jsonb)", [kept.pk, absorbed.pk, json.dumps(merge.moved)]
        )
    now_there = _plain(contents_of(kept))
    _write(kept, {field: old for field, (old, new) in merge.written.items() if now_there[field] == new})
    merge.delete()
    absorbed.identity.save()  # found again: the search keys are made anew
    _tell(actor, "people.merge_undone", merge)
    return absorbed


def _locked(actor: Actor, person_id: UUID) -> Person:
    files = Person.objects.visible_to(actor).select_for_update(of=("self",))
    return files.select_related("identity").get(pk=person_id)


def _decides(actor: Actor, person: Person, today: date) -> bool:
    """The case team or the head; a file nobody advises in yet, whoever works in the sub-project."""
    if person.pk in actor.team or network.leads(actor, person.project_id, today):
        return True
    return not any(one.scope == Scope.CASE_TEAM.value for one in network.grants_on(actor, person.pk, today))


def _write(person: Person, values: dict[str, Any]) -> None:
    for field, value in values.items():
        setattr(person.identity if field in IDENTITY_FIELDS else person, field, value)
    if values:
        person.save()
        person.identity.save()
        renew_marks(person)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(values, cls=DjangoJSONEncoder))
    return plain


def _tell(actor: Actor, verb: str, merge: Merge) -> None:
    for subject in (merge.kept, merge.absorbed):
        privacy.record(
            actor=actor,
            verb=verb,
            network_id=subject.network_id,
            subject_id=subject.pk,
            other=str(merge.absorbed_id if subject.pk == merge.kept_id else merge.kept_id),
            rows=len(merge.moved),
        )
    events.publish(
        FilesMerged(
            participant_ids=(merge.kept.participant_id, merge.absorbed.participant_id),
            network_id=merge.kept.network_id,
        )
    )
