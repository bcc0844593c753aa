"""Who is behind a figure: case numbers for all who read it, names for those who may see the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q

from wir.kit.acting import Actor
from wir.monitoring.models import EntryRecord, Participation, ParticipationQuerySet
from wir.monitoring.queries.facts import SUPPORTED, Derived
from wir.monitoring.queries.figures import derived_of, holds_on
from wir.monitoring.queries.places import Asked, participations
from wir.monitoring.rules.programme_rate import Denominator, Outcome
from wir.monitoring.rules.vocabulary import SPECIAL_CATEGORY, ExitState, Indicator, State
from wir.network.models import Project
from wir.people.models import Participant
from wir.people.queries import people_for

A_PAGE = 50
OWN_ANSWER = {Indicator.EECO12: "disability", Indicator.EECO15: "minority"}


@dataclass(frozen=True, slots=True)
class Behind:
    """One participant behind a figure.

    ``projects`` names the sub-projects that the reader may know of; ``traces`` holds every reason the rules gave;
    ``name`` and ``person_id`` are there only where the reader may see the file.
    """

    case_number: str
    projects: tuple[str, ...]
    gender: str
    state: str
    exit_state: str
    indicators: tuple[str, ...]
    entered_on: date
    exited_on: date | None
    traces: tuple[Mapping[str, str | int], ...]
    name: str = ""
    person_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """A participation, stored or derived anew."""

    participant_id: UUID
    project_ids: tuple[UUID, ...]
    gender: str
    state: str
    exit_state: str
    indicators: tuple[str, ...]
    entered_on: date
    exited_on: date | None
    traces: tuple[Mapping[str, str | int], ...]


def behind_page(actor: Actor, asked: Asked, *, key: str, gender: str, number: str | int) -> Page[Behind]:
    """Return one page of those behind the figure ``key``, which ``cut`` explains, of one gender or of all."""
    rows = participations(actor, asked)
    if key in SPECIAL_CATEGORY:
        rows = rows.filter(pk__in=_who_told(actor, Indicator(key)))
    paginator: Paginator[Any]
    if holds_on(rows, asked):
        paginator = Paginator(_cut_rows(rows, key, gender).order_by("participant__case_number"), A_PAGE)
        page = paginator.get_page(number)
        found = [_of_stored(row) for row in page.object_list]
    else:
        anew = derived_of(rows, as_of=asked.as_of, project_id=asked.project_id)
        paginator = Paginator([one for one in anew if _cut_holds(one, key, gender)], A_PAGE)
        page = paginator.get_page(number)
        found = [_of_derived(one) for one in page.object_list]
    return Page(_shown(actor, found), page.number, paginator)


def everyone_behind(actor: Actor, asked: Asked) -> list[Behind]:
    """Return all participations of a report by case number, for the spreadsheet; without names."""
    rows = participations(actor, asked)
    if holds_on(rows, asked):
        found = [_of_stored(row) for row in rows.iterator(chunk_size=2000)]
    else:
        anew = derived_of(rows, as_of=asked.as_of, project_id=asked.project_id)
        found = [_of_derived(one) for one in anew]
    return _shown(actor, found, names=False)


def knows(key: str) -> bool:
    """Whether there is such a figure; codes of checks are not enumerated here but have a colon or a dash."""
    return key in KEYS or key.startswith(("V-", "W-", "I-"))


def cut(key: str) -> tuple[Q, Callable[[Derived], bool]]:
    """Return a figure's filter twice, for the database and for what was derived anew.

    Keys: an indicator, a state, a state of the exit, a code of the checks, or ``entrants``, ``leavers``,
    ``entrants:work`` … for the programme's own rate.
    """
    denominator, _, outcome = key.partition(":")
    if denominator in set(Denominator):
        return _cut_of_rate(Denominator(denominator), outcome)
    if key in set(Indicator):
        return Q(indicators__contains=[key]), lambda one: key in one.participation.indicators
    if key in set(State):
        return Q(state=key), lambda one: one.participation.state == key
    if key in set(ExitState):
        return Q(exit_state=key), lambda one: one.participation.exit_state == key
    return Q(codes__contains=[key]), lambda one: key in one.participation.codes


def _cut_of_rate(denominator: Denominator, outcome: str) -> tuple[Q, Callable[[Derived], bool]]:
    leavers = denominator is Denominator.LEAVERS
    rows = Q(state__in=SUPPORTED)
    if leavers:
        rows &= Q(exited_on__isnull=False)
    if outcome:
        rows &= Q(outcome=outcome)

    def holds(one: Derived) -> bool:
        supported = one.participation.state in SUPPORTED and (one.left or not leavers)
        return supported and (not outcome or one.outcome == outcome)

    return rows, holds


KEYS = {
    *Indicator,
    *State,
    *ExitState,
    *Denominator,
    *(f"{denominator}:{outcome}" for denominator in Denominator for outcome in Outcome),
}


def _cut_rows(rows: ParticipationQuerySet, key: str, gender: str) -> ParticipationQuerySet:
    rows = rows.filter(cut(key)[0])
    return rows.filter(gender=gender) if gender else rows


def _cut_holds(one: Derived, key: str, gender: str) -> bool:
    return cut(key)[1](one) and (not gender or one.participation.gender == gender)


def _who_told(actor: Actor, indicator: Indicator) -> list[UUID]:
    """Special categories (Art. 9 GDPR) lead only to people whose own answer the reader may see."""
    told = EntryRecord.objects.visible_to(actor).filter(**{OWN_ANSWER[indicator]: "yes"})
    return list(told.values_list("stay__participant_id", flat=True))


def _of_stored(row: Participation) -> _Row:
    return _Row(
        participant_id=row.pk,
        project_ids=tuple(row.project_ids),
        gender=row.gender,
        state=row.state,
        exit_state=row.exit_state,
        indicators=tuple(row.indicators),
        entered_on=row.entered_on,
        exited_on=row.exited_on,
        traces=tuple(row.trace),
    )


def _of_derived(one: Derived) -> _Row:
    said = one.participation
    return _Row(
        participant_id=one.facts.participant_id,
        project_ids=tuple(UUID(project) for project in said.subprojects),
        gender=said.gender or "",
        state=said.state,
        exit_state=said.exit_state or "",
        indicators=said.indicators,
        entered_on=one.placed.entered_on,
        exited_on=one.placed.left_on if one.left else None,
        traces=tuple(trace.as_json() for trace in said.trace),
    )


def _shown(actor: Actor, rows: Sequence[_Row], *, names: bool = True) -> list[Behind]:
    """Add case numbers, names of sub-projects and, where allowed, of people: three queries for any number."""
    ids = [row.participant_id for row in rows]
    numbers = dict(Participant.objects.filter(pk__in=ids).values_list("pk", "case_number"))
    projects = _project_names(actor, (project for row in rows for project in row.project_ids))
    files = _files(actor, ids) if names else {}
    shown = []
    for row in rows:
        person_id, name = files.get(row.participant_id, (None, ""))
        shown.append(
            Behind(
                case_number=numbers[row.participant_id],
                projects=tuple(sorted(projects[one] for one in row.project_ids if one in projects)),
                gender=row.gender,
                state=row.state,
                exit_state=row.exit_state,
                indicators=row.indicators,
                entered_on=row.entered_on,
                exited_on=row.exited_on,
                traces=row.traces,
                name=name,
                person_id=person_id,
            )
        )
    return sorted(shown, key=lambda one: one.case_number)


def _project_names(actor: Actor, project_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Who works in one sub-project does not learn here in which others a person is counselled."""
    known = Q(network_id__in=actor.overseen) | Q(pk__in=actor.projects)
    found = Project.objects.visible_to(actor).filter(known, pk__in=set(project_ids))
    return dict(found.values_list("pk", "name"))


def _files(actor: Actor, participant_ids: list[UUID]) -> dict[UUID, tuple[UUID, str]]:
    files = people_for(actor).filter(participant_id__in=participant_ids).select_related("identity")
    return {file.participant_id: (file.pk, file.identity.full_name()) for file in files}
