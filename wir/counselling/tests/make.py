"""Builders for tests that need contacts and plans; they go through the real actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from tests.cast import TODAY
from wir.accounts.models import User
from wir.counselling.actions import (
    MatterValues,
    Meeting,
    NoticeValues,
    WaitingValues,
    add_step,
    agree_goal,
    agree_plan,
    ask_legal_question,
    begin_talk,
    keep_way,
    name_guardian,
    open_matter,
    prepare_power,
    put_on_list,
    record_contact,
    record_notice,
    save_phase,
    sign_power,
)
from wir.counselling.actions import (
    make_appointment as expect,
)
from wir.counselling.models import (
    Appointment,
    Contact,
    Goal,
    Guardian,
    LegalQuestion,
    Matter,
    NeedsTalk,
    NetworkWay,
    Notice,
    PlanAgreement,
    Power,
    Step,
    Waiting,
)
from wir.counselling.rules import ContactMode, Stage, Topic
from wir.counselling.rules.matters import Decision, Delivery, Instruction, LegalField, Remedy
from wir.counselling.rules.powers import GuardianKind, PowerKind, Signer
from wir.counselling.rules.waiting import Urgency
from wir.kit.acting import acting
from wir.network.models import Project
from wir.network.queries import actor_for
from wir.people.models import Person
from wir.privacy.rules import ConsentWay


def make_appointment(person: Person, advisor: User, *, starts_at: datetime, **said: Any) -> Appointment:
    """Let an advisor expect somebody; for an hour and in person, where nothing else is said."""
    meeting: dict[str, Any] = {
        "minutes": 60,
        "mode": ContactMode.IN_PERSON,
        "meeting_place": "Kaistraße 3, Zimmer 5",
    } | said
    with acting(actor_for(advisor.pk, TODAY)) as actor:
        return expect(
            person=person,
            meeting=Meeting(advisor_id=advisor.pk, starts_at=starts_at, **meeting),
            now=timezone.now(),
            actor=actor,
        )


def make_contact(
    person: Person,
    by: User,
    *,
    on: date = date(2026, 4, 1),
    minutes: int = 45,
    note: str = "",
    topics: tuple[Topic, ...] = (Topic.JOB_SEARCH,),
) -> Contact:
    """Let somebody put down a conversation in person."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        return record_contact(
            person=person,
            on=on,
            minutes=minutes,
            mode=ContactMode.IN_PERSON,
            language="tr",
            interpreter=False,
            topics=topics,
            note=note,
            today=TODAY,
            actor=actor,
        )


def make_goal(person: Person, by: User, *, title: str = "Work as an electrician") -> Goal:
    """Let somebody agree on a goal with the person."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        return agree_goal(
            person=person,
            title=title,
            stage=Stage.PLACEMENT,
            agreed_on=date(2026, 4, 1),
            today=TODAY,
            actor=actor,
        )


def make_step(
    goal: Goal, by: User, *, title: str = "Write to two firms", due_on: date | None = date(2026, 12, 1)
) -> Step:
    """Let somebody add a step to the goal."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        return add_step(goal=goal, title=title, due_on=due_on, today=TODAY, actor=actor)


def make_matter(
    person: Person,
    by: User,
    *,
    subject: str = "Work permit",
    field: LegalField = LegalField.GENERAL,
    filed_on: date | None = date(2026, 10, 1),
) -> Matter:
    """Let somebody put down that the person applied for something."""
    values = MatterValues(
        subject=subject, field=field, authority="Ausländerbehörde Hamburg", filed_on=filed_on
    )
    with acting(actor_for(by.pk, TODAY)) as actor:
        return open_matter(person=person, values=values, today=TODAY, actor=actor)


def refusal(**changed: Any) -> NoticeValues:
    """Return a refusal of 16 November 2026, posted the day after, with an instruction on the Widerspruch."""
    usual = NoticeValues(
        decision=Decision.REFUSED,
        dated_on=date(2026, 11, 16),
        posted_on=date(2026, 11, 17),
        received_on=date(2026, 11, 19),
        way=Delivery.POST,
        instruction=Instruction.THERE,
        remedy=Remedy.OBJECTION,
    )
    return replace(usual, **changed)


def make_notice(matter: Matter, by: User, **changed: object) -> Notice:
    """Let somebody put down a refusal."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        return record_notice(matter=matter, values=refusal(**changed), today=TODAY, actor=actor)


def make_power(
    person: Person,
    by: User,
    *,
    body: str = "Jobcenter Hafen",
    topics: tuple[Topic, ...] = (Topic.MONEY,),
    until_on: date = date(2027, 3, 1),
    signed_on: date | None = None,
    signed_by: tuple[Signer, ...] = (Signer.PERSON,),
) -> Power:
    """Let somebody prepare a power, and the person sign it where a day is given."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        power = prepare_power(
            person=person,
            kind=PowerKind.POWER,
            body=body,
            topics=topics,
            language="ar",
            until_on=until_on,
            today=TODAY,
            actor=actor,
        )
        if signed_on is None:
            return power
        return sign_power(
            power=power, signed_on=signed_on, signed_by=signed_by, scan_id=None, today=TODAY, actor=actor
        )


def make_question(person: Person, by: User, *, question: str = "May she work meanwhile?") -> LegalQuestion:
    """Let somebody put a legal question."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        return ask_legal_question(
            person=person, question=question, put_to="Rechtsanwältin Muster", today=TODAY, actor=actor
        )


def make_talk(
    person: Person,
    by: User,
    *,
    answers: dict[str, str] | None = None,
    scales: dict[str, int] | None = None,
    on: date = TODAY,
) -> NeedsTalk:
    """Let somebody begin a conversation about needs and save some of it."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        talk = begin_talk(person=person, today=on, actor=actor)
        return save_phase(talk=talk, answers=answers or {}, scales=scales or {}, today=on, actor=actor)


def make_guardian(person: Person, by: User, *, name: str = "Jugendamt Mitte") -> Guardian:
    """Let somebody put down who decides for the person."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        return name_guardian(
            person=person,
            kind=GuardianKind.YOUTH_OFFICE,
            name=name,
            reach="",
            document_id=None,
            from_on=date(2026, 1, 1),
            until_on=None,
            today=TODAY,
            actor=actor,
        )


def make_way(person: Person, by: User, *, title: str = "To the first job") -> NetworkWay:
    """Let somebody keep a goal with one step as a way of the network."""
    goal = make_goal(person, by)
    make_step(goal, by)
    with acting(actor_for(by.pk, TODAY)) as actor:
        return keep_way(goal=goal, title=title, actor=actor)


def make_agreement(person: Person, by: User) -> PlanAgreement:
    """Let the person agree to their plan on paper."""
    make_goal(person, by)
    with acting(actor_for(by.pk, TODAY)) as actor:
        return agree_plan(
            person=person,
            agreed_on=TODAY,
            way=ConsentWay.PAPER,
            language="ar",
            scan_id=None,
            today=TODAY,
            actor=actor,
        )


def make_waiting(
    project: Project,
    by: User,
    *,
    family_names: str = "Karimi",
    urgency: Urgency = Urgency.USUAL,
    asked_on: date = date(2026, 11, 20),
) -> Waiting:
    """Let somebody put a person on the waiting list."""
    values = WaitingValues(
        family_names=family_names,
        given_names="Leila",
        phone="0151 5550101",
        contact_language="fa",
        reason="Wants to work as a cook",
        urgency=urgency,
        asked_on=asked_on,
        reply_by=date(2026, 12, 4),
    )
    with acting(actor_for(by.pk, TODAY)) as actor:
        return put_on_list(project=project, values=values, today=TODAY, actor=actor)
