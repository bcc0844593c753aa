"""The world of the attack test: one person with everything below it for each relation to Hafen, made once."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO
from time import time
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client, RequestFactory
from django.test.client import ClientHandler
from django.utils import timezone

from tests import attack_profiles as profiles
from tests import attack_things as things
from tests.attack_table import Relation, Who
from tests.cast import SINCE, TODAY, make_member, make_network, make_project, make_user
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.aftercare.models import CheckIn
from wir.counselling.actions import keep_draft
from wir.counselling.models import Contact, Stay
from wir.counselling.tests.make import (
    make_agreement,
    make_contact,
    make_goal,
    make_guardian,
    make_matter,
    make_notice,
    make_power,
    make_question,
    make_step,
    make_talk,
    make_waiting,
    make_way,
)
from wir.eligibility.actions import assess_person, record_circumstances
from wir.eligibility.rules.circumstances import Circumstances
from wir.eligibility.rules.vocabulary import Activity
from wir.kit.acting import Actor, ActorKind, acting
from wir.kit.ids import new_id
from wir.monitoring.models import ExitRecord, FollowUp, IndicatorTotal, LaterStatus
from wir.monitoring.rules.vocabulary import Employment
from wir.monitoring.tests.make import make_answers
from wir.network import actions as network
from wir.network.actions import as_job
from wir.network.models import Grant, Membership, Project
from wir.network.queries import actor_for
from wir.network.rules import Cause, Role, Scope
from wir.people.actions import preview_list
from wir.people.models import Person
from wir.placement.models import Opportunity
from wir.placement.tests.make import BORN, PERMIT, make_application, make_opportunity, make_spell
from wir.tasks.actions import add_task
from wir.tasks.rules import TaskReason

YESTERDAY = date(2026, 11, 23)
WRITTEN = """
select relname, n_tup_ins + n_tup_upd + n_tup_del from pg_stat_xact_user_tables
where n_tup_ins + n_tup_upd + n_tup_del > 0
"""


class Browser:
    """A browser that forgets: whatever an answer does to its session, the next request starts as the first did.

    Without the copies of contexts and templates that Django's client keeps: here some thousand requests are sent.
    """

    def __init__(self, user: User | None = None) -> None:
        self._requests = RequestFactory()
        self._answer = ClientHandler(enforce_csrf_checks=False)
        if user:
            signed_in = Client()
            signed_in.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
            self._sign_in_just_now(signed_in, user)
            self._requests.cookies = signed_in.cookies

    @staticmethod
    def _sign_in_just_now(browser: Client, user: User) -> None:
        """With a password a moment ago, and the session in use: no request is the first one."""
        session = browser.session
        session["account_authentication_methods"] = [
            {"method": "password", "at": time(), "email": user.email, "reauthenticated": True}
        ]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()
        browser.get("/")

    def send(self, method: str, url: str, data: Mapping[str, str]) -> HttpResponseBase:
        """Send a request; POST carries the data as a form."""
        made = self._requests.post(url, data) if method == "POST" else self._requests.generic(method, url)
        return self._answer(made.environ)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and which tables were written meanwhile; nothing of it stays."""

    status: int
    text: str
    headers: Mapping[str, str]
    written: dict[str, int]

    @property
    def location(self) -> str:
        """Return where it leads."""
        return self.headers.get("Location", "")

    def shows(self, words: Iterable[str]) -> set[str]:
        """Return which of the words stand in the body or in a header."""
        everything = self.text + "\n".join(self.headers.values())
        return {word for word in words if word in everything}


def ask(browser: Browser, method: str, url: str, data: Mapping[str, str] | None = None) -> Answer:
    """Send one request in a savepoint, and take back what it wrote."""
    with transaction.atomic():
        before = _written()
        answer = browser.send(method, url, data or {"attack": "1"})
        after = _written()
        transaction.set_rollback(True)
    return Answer(
        status=answer.status_code,
        text=_text(answer.getvalue()),
        headers=dict(answer.headers),
        written={table: count for table, count in after.items() if count != before.get(table)},
    )


def _written() -> dict[str, int]:
    """Return how many rows this transaction has written so far, table by table, also behind the walls."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        return dict(cursor.fetchall())


def _text(body: bytes) -> str:
    """Return what a reader sees; workbooks are unpacked."""
    if not body.startswith(b"PK"):
        return body.decode("utf-8", "replace")
    with zipfile.ZipFile(BytesIO(body)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@dataclass
class Scene:
    """One person of one sub-project with its advisor; the words ``marker`` stand in all that is written about it."""

    relation: Relation
    project: Project
    advisor: User
    officer: User
    person: Person
    stay: Stay
    opportunity: Opportunity
    ids: dict[str, object] = field(default_factory=dict)

    @property
    def marker(self) -> str:
        """What strangers must never read."""
        return marker_of(self.relation)


def marker_of(relation: Relation) -> str:
    """Return the family name, and the word in titles, of this relation's person."""
    return f"Geheim{relation}"


def shared_marker_of(relation: Relation) -> str:
    """Return the word in the titles of what a network shares."""
    return f"Angebot{relation}"


def _goal(scene: Scene) -> UUID:
    return make_goal(scene.person, scene.advisor, title=f"Ziel {scene.marker}").pk


def _step(scene: Scene) -> UUID:
    goal = make_goal(scene.person, scene.advisor, title=f"Zweites Ziel {scene.marker}")
    return make_step(goal, scene.advisor, title=f"Schritt {scene.marker}").pk


def _task(scene: Scene) -> UUID:
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        return add_task(
            place=(scene.project.network_id, scene.project.pk),
            subject_id=scene.person.pk,
            assignee_id=None,
            reason=TaskReason.OWN,
            title=f"Aufgabe {scene.marker}",
            due_on=TODAY,
            link="",
            actor=actor,
        ).pk


def _spell(scene: Scene) -> UUID:
    second = make_opportunity(
        scene.project.network_id, scene.advisor, title=f"Zweites {shared_marker_of(scene.relation)}"
    )
    return make_spell(make_application(scene.person, second, scene.advisor), scene.advisor).pk


def _check_in(scene: Scene) -> UUID:
    with acting(actor_for(scene.advisor.pk, TODAY)):
        return CheckIn.objects.filter(person=scene.person, held_on=None).latest("due_on").pk


def _preview(scene: Scene) -> UUID:
    rows = f"Name;Vorname\n{scene.marker};Liste\n;{scene.marker}"
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        return preview_list(project=scene.project, content=rows.encode(), name="liste.csv", actor=actor).pk


def _contact(scene: Scene) -> UUID:
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        typed = {"note": [f"Entwurf {scene.marker}"]}
        keep_draft(person=scene.person, typed=typed, now=timezone.now(), actor=actor)
    contact = make_contact(scene.person, scene.advisor, note=f"Notiz {scene.marker}")
    with acting(actor_for(scene.advisor.pk, TODAY)):
        Contact.objects.filter(pk=contact.pk).update(language="de")  # a correction leaves a line of history
    return contact.pk


def _answers(scene: Scene) -> UUID:
    """Answer every question of the report, also those that are only asked after an exit."""
    make_answers(scene.stay)
    place = {**scene.person.place(), "person": scene.person, "stay": scene.stay}
    with acting(as_job(scene.project)):
        ExitRecord.objects.create(**place)
        LaterStatus.objects.create(**place, on=TODAY, status=Employment.EMPLOYED.value)
        FollowUp.objects.create(**place, on=TODAY, status=Employment.EMPLOYED.value, improvements=[])
        IndicatorTotal.objects.get_or_create(
            network_id=scene.project.network_id,
            indicator="EECO01",
            gender="male",
            defaults={"count": 1, "as_of": TODAY},
        )
    return scene.stay.pk


def _assessment(scene: Scene) -> UUID:
    with acting(as_job(scene.project)) as actor:
        record_circumstances(person=scene.person, told=Circumstances(), today=TODAY, actor=actor)
        return assess_person(
            person=scene.person, activity=Activity.EMPLOYMENT_UNSKILLED, on=TODAY, actor=actor
        ).pk


def _grant(scene: Scene) -> UUID:
    """Release the file to somebody who is none of the attackers."""
    with acting(as_job(scene.project)):
        return Grant.objects.create(
            network_id=scene.project.network_id,
            project=scene.project,
            subject_id=scene.person.pk,
            scope=Scope.FILE.value,
            grantee=scene.advisor,
            cause=Cause.RELEASE.value,
            from_on=SINCE,
            until_on=TODAY + timedelta(days=10),
        ).pk


def _membership(scene: Scene) -> UUID:
    with acting(as_job(scene.project)):
        return Membership.objects.get(user=scene.advisor, project=scene.project).pk


BUILDERS: dict[str, Callable[[Scene], object]] = {
    "person": lambda scene: scene.person.pk,
    "stay": lambda scene: scene.stay.pk,
    "opportunity": lambda scene: scene.opportunity.pk,
    "application": lambda scene: make_application(scene.person, scene.opportunity, scene.advisor).pk,
    "spell": _spell,
    "check_in": _check_in,
    "goal": _goal,
    "step": _step,
    "task": _task,
    "contact": _contact,
    "appointment": things.appointment,
    "group": things.group,
    "feed": things.feed,
    "matter": lambda scene: make_matter(scene.person, scene.advisor, subject=f"Antrag {scene.marker}").pk,
    "notice": lambda scene: (
        make_notice(
            make_matter(scene.person, scene.advisor, subject=f"Bescheid {scene.marker}"), scene.advisor
        ).pk
    ),
    "guardian": lambda scene: make_guardian(scene.person, scene.advisor, name=f"Vormund {scene.marker}").pk,
    "power": lambda scene: make_power(scene.person, scene.advisor).pk,
    "question": lambda scene: make_question(scene.person, scene.advisor, question=f"Frage {scene.marker}").pk,
    "waiting": lambda scene: (
        make_waiting(scene.project, scene.advisor, family_names=f"Wartend {scene.marker}").pk
    ),
    "agreement": lambda scene: make_agreement(scene.person, scene.advisor).pk,
    "way": lambda scene: make_way(scene.person, scene.advisor, title=shared_marker_of(scene.relation)).pk,
    "talk": lambda scene: (
        make_talk(scene.person, scene.advisor, answers={"first_step": f"Antwort {scene.marker}"}).pk
    ),
    "preview": _preview,
    "answers": _answers,
    "assessment": _assessment,
    "grant": _grant,
    "membership": _membership,
    "carrier": lambda scene: scene.project.carrier_id,
    "network": lambda scene: scene.project.network_id,
    "consent": things.consent,
    "sharing": things.sharing,
    "file": things.file,
    "need": things.need,
    "opening": things.opening,
    "inquiry": things.inquiry,
    "token": things.token,
    "invitation": things.invitation,
    "session": things.session,
    "clock": things.clock,
    "decisions": things.decisions,
    "rule": things.rule,
    "project": lambda scene: scene.project.pk,
    "order": things.order,
    "hold": things.hold,
    "period": things.period,
    "controller": things.controller,
    "basis": things.basis,
    "marks": things.marks,
    "asked": things.asked,
    "request": things.request,
    "message": things.message,
    "seal": things.seal,
    "entry": profiles.entry,
    "member": profiles.member,
    "merge": things.merge,
    "double": things.double,
    "decision": things.decision,
    "requirement": profiles.requirement,
    "paper": profiles.paper,
    "profile": profiles.profile,
}
"""How to make a thing of each kind, in this order; later ones may need earlier ones of the same scene."""


@dataclass
class World:
    """The browsers of all who attack, and what there is to attack."""

    browsers: dict[Who, Browser]
    users: dict[Who, User]
    scenes: dict[Relation, Scene]
    rows: dict[str, list[object]] = field(default_factory=dict)
    """Rows by table, for those who have asked once."""

    def id_of(self, kind: str, relation: Relation) -> object:
        """Return the id of the thing of that kind and relation, or of nothing."""
        if relation is Relation.UNKNOWN:
            return 0 if kind == "session" else new_id()
        return self.scenes[relation].ids[kind]


def build_world() -> World:
    """Make two networks, four sub-projects, seven attackers and six people; inside one transaction of the caller."""
    north, south = make_network("Netzwerk Nord", "NORD"), make_network("Netzwerk Süd", "SUED")
    hafen, turm, tal = make_project(north, "Hafen"), make_project(north, "Turm"), make_project(south, "Tal")
    werft = _beside(hafen, "Werft")
    users = {
        Who.ADVISOR: make_member("Ada", Role.ADVISOR, project=hafen),
        Who.LEAD: make_member("Lea", Role.PROJECT_LEAD, project=hafen),
        Who.COORDINATOR: make_member("Dora", Role.COORDINATOR, home=north),
        Who.OFFICE: make_member("Emil", Role.PROGRAMME_OFFICE),
        Who.OFFICER: make_member("Fatma", Role.DATA_PROTECTION, home=north),
        Who.FORMER: _make_former(hafen),
    }
    beside = make_member("Otto", Role.DATA_PROTECTION, home=north)
    abroad = make_member("Olga", Role.DATA_PROTECTION, home=south)
    officers = {Relation.OWN: users[Who.OFFICER], Relation.NETWORK: abroad}
    werner = make_member("Werner", Role.ADVISOR, project=werft)
    places = {
        Relation.OWN: (hafen, users[Who.ADVISOR]),
        Relation.COLLEAGUE: (hafen, make_member("Ali", Role.ADVISOR, project=hafen)),
        Relation.RELEASED: (werft, werner),
        Relation.SIBLING: (werft, werner),
        Relation.CARRIER: (turm, make_member("Bela", Role.ADVISOR, project=turm)),
        Relation.NETWORK: (tal, make_member("Cem", Role.ADVISOR, project=tal)),
    }
    scenes = {
        relation: _scene(relation, *place, officers.get(relation, beside))
        for relation, place in places.items()
    }
    for who in (Who.ADVISOR, Who.LEAD):
        _release(scenes[Relation.RELEASED], users[who])
    _check_keys()
    return World(browsers=_browsers(users), users=users, scenes=scenes)


def _beside(project: Project, name: str) -> Project:
    """Add a sub-project of the same carrier."""
    founder = Actor(kind=ActorKind.JOB, networks=(project.network_id,))
    with acting(founder):
        return network.add_project(
            carrier=project.carrier,
            name=name,
            slug=name.lower(),
            postcode="20095",
            place="Hamburg",
            actor=founder,
        )


def _make_former(project: Project) -> User:
    user = make_user("Fritz")
    with acting(as_job(project)):
        Membership.objects.create(
            user=user,
            role=Role.ADVISOR.value,
            network_id=project.network_id,
            carrier_id=project.carrier_id,
            project=project,
            from_on=SINCE,
            until_on=YESTERDAY,
        )
    return user


def _scene(relation: Relation, project: Project, advisor: User, officer: User) -> Scene:
    person = make_person(
        project,
        family_names=marker_of(relation),
        paper=PERMIT,
        nationalities=("SYR",),
        languages=(("ar", None),),
        birth_date=BORN,
    )
    scene = Scene(
        relation=relation,
        project=project,
        advisor=advisor,
        officer=officer,
        person=person,
        stay=make_stay(person, advisor),
        opportunity=make_opportunity(
            project.network_id, advisor, title=shared_marker_of(relation), provider="Bäckerei Muster"
        ),
    )
    for kind, build in BUILDERS.items():
        scene.ids[kind] = build(scene)
    return scene


def _release(scene: Scene, user: User) -> None:
    with acting(as_job(scene.project)) as actor:
        network.open_file(
            place=scene.person.place(),
            subject_id=scene.person.pk,
            scope=Scope.FILE,
            grantee_id=user.pk,
            cause="release",
            from_on=SINCE,
            actor=actor,
        )


def _browsers(users: dict[Who, User]) -> dict[Who, Browser]:
    return {Who.NOBODY: Browser()} | {who: Browser(user) for who, user in users.items()}


def _check_keys() -> None:
    """Nothing is committed here, so the keys between networks are asked now."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate; set constraints all deferred")
