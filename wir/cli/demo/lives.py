"""One person's way: facts, entry, conversations, plan, placement, aftercare, exit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from wir.cli.demo import careers, casework
from wir.cli.demo.words import GOALS, TALKS
from wir.counselling import actions as counselling
from wir.counselling.models import Stay
from wir.counselling.rules import ContactMode
from wir.eligibility import actions as eligibility
from wir.eligibility.rules import Activity
from wir.eligibility.rules.circumstances import NOWHERE, Circumstances
from wir.eligibility.rules.vocabulary import AcceleratedGround, CooperationBreach, DublinRequest
from wir.kit.acting import Actor
from wir.kit.calendar import add_months
from wir.monitoring import actions as monitoring
from wir.monitoring.rules.answers import EntryAnswers
from wir.people import actions as people
from wir.people.models import Person
from wir.people.queries import procedure_of, residence_on
from wir.people.rules.facts import AsylumOutcome, OwnConduct, RemovalMeasure, ResidenceStatus
from wir.people.rules.procedure import ProcedureFacts
from wir.placement.models import Opportunity
from wir.privacy.rules import ConsentWay
from wir.tasks import actions as tasks
from wir.tasks.rules import TaskReason

INCOMPLETE = 0.06
FOUND_ON = 7
"""Day of the month of the entry of those with whom the authority finds missing cooperation."""
"""Share of people whose entry answers were not recorded yet."""
_SCHOOLING = {"kein Abschluss": 0, "8 Klassen": 1, "Hauptschulabschluss": 2, "Mittlere Reife": 2, "Lyzeum": 3}
_SCHOOLING |= {"Abitur": 3, "Studium begonnen": 3, "Bachelor": 6}


@dataclass(slots=True)
class Life:
    """Somebody's story, with dice that decide it."""

    person: Person
    advisor_id: UUID
    offers: list[Opportunity]
    dice: Random
    today: date
    degrees: tuple[int, ...]
    """Degrees of urbanisation in the region: 1 city, 2 town, 3 rural."""

    def meet(self, actor: Actor) -> None:
        """Write down what the first talk brings: the facts of entry and procedure."""
        paper = residence_on(actor, self.person.pk, self.today)
        known = procedure_of(actor, self.person.pk)
        entered = known.entered_on if known else None
        if paper is None or entered is None or self.dice.random() < INCOMPLETE:
            return
        people.correct_procedure(
            person=self.person, facts=self._procedure(ResidenceStatus(paper.status), entered), actor=actor
        )
        eligibility.record_circumstances(
            person=self.person,
            told=Circumstances(
                refugee_background=True,
                accelerated_procedure_ground=AcceleratedGround.NONE,
                dublin_request=DublinRequest.NONE,
                protected_in=NOWHERE,
                cooperation_breach=CooperationBreach.NONE,
            ),
            today=self.today,
            actor=actor,
        )

    def enter(self, actor: Actor) -> Stay:
        """Begin the stay on the day that the list names, with consent and entry answers."""
        entered_on = self.person.expected_on or self.today - timedelta(days=self.dice.randint(20, 600))
        stay = counselling.begin_stay(
            person=self.person,
            advisor_id=self.advisor_id,
            entered_on=entered_on,
            consent_way=self.dice.choice(list(ConsentWay)),
            language=self.person.contact_language or "de",
            today=self.today,
            actor=actor,
        )
        if self.dice.random() > INCOMPLETE:
            monitoring.record_entry(
                stay=stay, answers=self._entry_answers(entered_on), today=self.today, actor=actor
            )
        return stay

    def go_on(self, stay: Stay, actor: Actor) -> None:
        """Everything after the entry, as the person's case team."""
        left_on = careers.go_through(
            stay=stay, offers=self.offers, dice=self.dice, today=self.today, actor=actor
        )
        self._talk(stay, left_on or self.today, actor)
        self._plan(stay, actor)
        if left_on is None:
            self._ask_what_is_next(stay, actor)
            casework.go_on(stay=stay, today=self.today, actor=actor)
        else:
            careers.leave(stay=stay, left_on=left_on, dice=self.dice, today=self.today, actor=actor)
        eligibility.assess_person(
            person=self.person, activity=Activity.EMPLOYMENT_UNSKILLED, on=self.today, actor=actor
        )

    def _procedure(self, status: ResidenceStatus, entered: date) -> ProcedureFacts:
        decided = status in {ResidenceStatus.DULDUNG, ResidenceStatus.AUFENTHALTSERLAUBNIS}
        outcome = AsylumOutcome.REJECTED if status is ResidenceStatus.DULDUNG else AsylumOutcome.REFUGEE
        tolerated = status is ResidenceStatus.DULDUNG
        return ProcedureFacts(
            entered_on=entered,
            stay_since=entered + timedelta(days=self.dice.randint(5, 30)),
            asylum_applied=True,
            asylum_requested_on=entered + timedelta(days=4),
            asylum_registered_on=entered + timedelta(days=9),
            asylum_applied_on=entered + timedelta(days=30),
            asylum_outcome=outcome if decided else AsylumOutcome.PENDING,
            reception_centre_duty=False,
            duldung_since=min(add_months(entered, 14), self.today) if tolerated else None,
            identity_unclear_note=False if tolerated else None,
            entered_for_benefits=False if tolerated else None,
            removal_measure=RemovalMeasure.NONE if tolerated else None,
            **self._conduct(entered) if tolerated else {},
        )

    def _conduct(self, entered: date) -> dict[str, Any]:
        """Now and then the Ausländerbehörde has found that somebody does not help to get a passport."""
        if entered.day != FOUND_ON:
            return {"own_conduct": OwnConduct.NONE}
        return {
            "own_conduct": OwnConduct.MISSING_COOPERATION,
            "finding_notice": "ABH 33-2/17",
            "finding_on": min(add_months(entered, 15), self.today),
        }

    def _entry_answers(self, entered_on: date) -> EntryAnswers:
        since = self.person.unemployed_since
        since = since if since and since <= entered_on else None
        employment = "unemployed" if since else self.dice.choice(["inactive", "inactive", "employed"])
        return EntryAnswers(
            employment=employment,
            unemployed_since=since,
            in_education=self.dice.random() < 0.1,
            isced=_SCHOOLING.get(self.person.schooling, self.dice.choice([1, 2, 3, 3, 5])),
            disability=self.dice.choice(["no", "no", "no", "no", "yes", "refused", ""]),
            foreign_background="yes",
            minority=self.dice.choice(["no", "no", "yes", "refused"]),
            homeless=self.dice.choice(["no", "no", "no", "yes", ""]),
            degurba=self.dice.choice(self.degrees),
        )

    def _talk(self, stay: Stay, until: date, actor: Actor) -> None:
        day = stay.entered_on
        while day <= until:
            topics, note = self.dice.choice(TALKS)
            counselling.record_contact(
                person=self.person,
                on=day,
                minutes=self.dice.choice([30, 45, 60, 60, 75, 90]),
                mode=self.dice.choice([ContactMode.IN_PERSON, ContactMode.IN_PERSON, ContactMode.PHONE]),
                language=self.person.contact_language or "de",
                interpreter=self.dice.random() < 0.15,
                topics=list(topics),
                note=note if self.dice.random() < 0.8 else "",
                today=self.today,
                actor=actor,
            )
            day += timedelta(days=self.dice.randint(9, 48))

    def _plan(self, stay: Stay, actor: Actor) -> None:
        for title, stage, steps in self.dice.sample(GOALS, self.dice.choice([1, 1, 2])):
            goal = counselling.agree_goal(
                person=self.person,
                title=title,
                stage=stage,
                agreed_on=stay.entered_on,
                today=self.today,
                actor=actor,
            )
            for number, words in enumerate(steps, 1):
                due_on = stay.entered_on + timedelta(days=30 * number + self.dice.randint(0, 40))
                step = counselling.add_step(
                    goal=goal, title=words, due_on=due_on, today=stay.entered_on, actor=actor
                )
                if due_on <= self.today:
                    counselling.finish_step(step=step, done_on=due_on, today=self.today, actor=actor)

    def _ask_what_is_next(self, stay: Stay, actor: Actor) -> None:
        if self.dice.random() > 0.4:
            return
        tasks.add_task(
            place=(stay.network_id, stay.project_id),
            subject_id=self.person.pk,
            assignee_id=self.advisor_id,
            reason=TaskReason.OWN,
            title=self.dice.choice(["Rückruf", "Unterlagen nachfordern", "Termin beim Jobcenter begleiten"]),
            due_on=self.today + timedelta(days=self.dice.randint(-4, 20)),
            link=f"/faelle/{self.person.pk}/",
            actor=actor,
        )
