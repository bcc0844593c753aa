"""Things for the attacked world that came with consent, documents, needs, openings and invitations."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.utils import timezone

from tests.attack_table import Relation
from tests.cast import TODAY, make_member
from tests.make import make_person, make_stay
from wir.counselling.actions import Gathering, hold_group, make_feed
from wir.counselling.rules import ContactMode
from wir.counselling.tests.make import make_appointment
from wir.eligibility.models import ClockSetting, LegalClock, SentenceRelease, TargetPolicy
from wir.eligibility.rules.answers import BanKind
from wir.eligibility.rules.changes import ChangeKind
from wir.eligibility.rules.policy import Setting
from wir.files.tests.make import picture, stored
from wir.kit.acting import Actor, ActorKind, acting
from wir.network import actions as network
from wir.network.actions import as_job
from wir.network.models import DuplicateBasis, Invitation, Network
from wir.network.queries import actor_for
from wir.network.rules import Position, Role, Scope, WorksFor
from wir.network.tests.make import decide
from wir.people.actions import ask_elsewhere, join_check, merge_files, seal_need
from wir.people.models import DuplicateMark, LinkDecision
from wir.people.rules.needs import NeedKind
from wir.people.tests.make import let_keep_health_data
from wir.post import actions as post
from wir.post.models import Message
from wir.post.queries import as_sender
from wir.post.rules import Channel, Failure, MessageState
from wir.post.tests.make import make_message
from wir.privacy import actions as privacy
from wir.privacy.models import Consent
from wir.privacy.rules import (
    AuthorityKind,
    ConsentWay,
    HoldGround,
    Purpose,
    Receiver,
    RequestWay,
    RetentionCause,
    Shared,
)
from wir.tasks.actions import set_rule
from wir.tasks.rules import TaskReason

if TYPE_CHECKING:
    from tests.attack_world import Scene

GIVEN = date(2026, 3, 2)
BY_THE_WAY = (
    "clock",
    "decisions",
    "rule",
    "order",
    "period",
    "controller",
    "marks",
    "asked",
    "seal",
    "guardian",
    "agreement",
    "way",
)
"""Kinds that no address names; the walls are tried on their rows."""


def consent(scene: Scene) -> UUID:
    """Return the consent with which the stay began."""
    with acting(as_job(scene.project)):
        return Consent.objects.get(subject_id=scene.person.pk).pk


def sharing(scene: Scene) -> UUID:
    """Let the advisor know something, and put down that it was passed on."""
    with acting(as_job(scene.project)) as actor:
        agreed = privacy.consent_to_sharing(
            network_id=scene.project.network_id,
            project_id=scene.project.pk,
            subject_id=scene.person.pk,
            purpose=Purpose.COUNSELLING,
            fields=[Shared.PLAN],
            receiver_kind=Receiver.USER,
            receiver_id=scene.advisor.pk,
            given_on=GIVEN,
            until_on=TODAY + timedelta(days=30),
            way=ConsentWay.PAPER,
            language="de",
            actor=actor,
        )
        privacy.disclose(sharing=agreed, fields=[Shared.PLAN], on=TODAY, actor=actor)
    return agreed.pk


def file(scene: Scene) -> UUID:
    """Store a picture: it is handed out and shown."""
    place = (scene.project.network_id, scene.project.pk)
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        return stored(place, scene.person.pk, actor, data=picture(), name=f"{scene.marker}.jpg").pk


def appointment(scene: Scene) -> UUID:
    """Let the advisor expect the person, and tell them by letter; no two at the same hour."""
    later = timedelta(days=3, hours=list(Relation).index(scene.relation))
    return make_appointment(
        scene.person,
        scene.advisor,
        starts_at=timezone.now() + later,
        meeting_place=f"Zimmer {scene.marker}",
        subject=f"Anlass {scene.marker}",
        channel=Channel.LETTER,
    ).pk


def group(scene: Scene) -> UUID:
    """Put down a conversation with the person among others."""
    gathering = Gathering(
        title=f"Gruppe {scene.marker}",
        on=TODAY,
        minutes=60,
        mode=ContactMode.IN_PERSON,
        language="",
        interpreter=False,
        topics=[],
        came=[scene.person],
        missed=[],
    )
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        return hold_group(project=scene.project, gathering=gathering, today=TODAY, actor=actor).pk


def feed(scene: Scene) -> str:
    """Let a calendar program read the appointments of somebody who has none of their own yet."""
    shared = scene.relation is Relation.RELEASED
    reader = make_member("Kalender", Role.ADVISOR, project=scene.project) if shared else scene.advisor
    with acting(actor_for(reader.pk, TODAY)) as actor:
        return make_feed(now=timezone.now(), actor=actor)


def need(scene: Scene) -> UUID:
    """Write down a need, sealed."""
    let_keep_health_data(scene.person, scene.advisor)
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        return seal_need(
            person=scene.person, kind=next(iter(NeedKind)), text=f"Bedarf {scene.marker}", helps="Ruhe",
            known_on=GIVEN, today=TODAY, actor=actor,
        ).pk  # fmt: skip


def opening(scene: Scene) -> UUID:
    """Let a colleague who is none of the attackers open the notes, with a reason."""
    colleague = make_member(f"Gast-{scene.relation}", Role.ADVISOR, project=scene.project)
    with acting(actor_for(colleague.pk, TODAY)) as actor:
        return network.break_glass(
            place=scene.person.place(), subject_id=scene.person.pk, scope=Scope.CASE_TEAM,
            reason="Anruf aus dem Krankenhaus, es eilt", now=timezone.now(), actor=actor,
        ).pk  # fmt: skip


def inquiry(scene: Scene) -> UUID:
    """Let the scene's officer look at what its advisor did."""
    with acting(actor_for(scene.officer.pk, TODAY)) as actor:
        return privacy.inquire(
            email=scene.advisor.email, reason="Beschwerde über Zugriffe am Wochenende", actor=actor
        ).pk


def token(scene: Scene) -> str:
    """Invite somebody new into the sub-project, and return the secret of the link."""
    inviting = Actor(kind=ActorKind.JOB, networks=(scene.project.network_id,), projects=(scene.project.pk,))
    with acting(inviting):
        return network.invite(
            email=_guest(scene),
            position=Position(Role.ADVISOR, scene.project.network_id, scene.project.pk),
            carrier_id=scene.project.carrier_id,
            works_for=WorksFor.CARRIER,
            now=timezone.now(),
            actor=inviting,
        ).token


def invitation(scene: Scene) -> UUID:
    """Return the invitation behind that link."""
    with acting(as_job(scene.project)):
        return Invitation.objects.get(email=_guest(scene)).pk


def session(scene: Scene) -> int:
    """Let the advisor be signed in on another device."""
    made: UserSession = UserSession.objects.create(
        user=scene.advisor, ip="127.0.0.1", session_key=f"attacked-{scene.relation}", user_agent=""
    )
    return int(made.pk)


def clock(scene: Scene) -> UUID:
    """Let a day of the law come near."""
    with acting(as_job(scene.project)):
        return LegalClock.objects.create(
            **scene.person.place(),
            person=scene.person,
            kind=ChangeKind.TITLE_ENDS.value,
            on=TODAY,
            told_on=TODAY,
        ).pk


def decisions(scene: Scene) -> UUID:
    """Let the network decide what is its own to decide."""
    here = {"network_id": scene.project.network_id}
    with acting(as_job(scene.project)):
        ClockSetting.objects.get_or_create(
            **here, kind=ChangeKind.TITLE_ENDS.value, defaults={"days_before": 30}
        )
        SentenceRelease.objects.get_or_create(
            **here,
            code="sentence",
            language="ar",
            defaults={"text": "T", "released_by": "R", "released_on": TODAY},
        )
        return TargetPolicy.objects.create(
            **here, ban_kind=next(iter(BanKind)).value, setting=Setting.ASK.value, from_on=TODAY, source="S"
        ).pk


def rule(scene: Scene) -> UUID:
    """Let the sub-project say after how many days without a contact it is told."""
    here = (scene.project.network_id,)
    with acting(Actor(kind=ActorKind.JOB, networks=here, overseen=here)) as actor:
        return set_rule(
            place=(scene.project.network_id, scene.project.pk),
            reason=TaskReason.SILENCE,
            is_on=True,
            days=30,
            may_set=True,
            actor=actor,
        ).pk


def order(scene: Scene) -> UUID:
    """Order that data go."""
    with acting(as_job(scene.project)) as actor:
        return privacy.order_erasure(
            **scene.person.place(),
            subject_id=scene.person.pk,
            purpose=Purpose.AFTERCARE,
            cause=next(iter(RetentionCause)),
            due_on=TODAY + timedelta(days=90),
            today=TODAY,
            actor=actor,
        ).pk


def hold(scene: Scene) -> UUID:
    """Let the scene's officer hold what is stored about the person."""
    with acting(actor_for(scene.officer.pk, TODAY)) as actor:
        return privacy.hold_data(
            **scene.person.place(), subject_id=scene.person.pk, ground=HoldGround.COURT,
            reason=f"Beschluss des Gerichts, {scene.relation}", until_on=None, today=TODAY, actor=actor,
        ).pk  # fmt: skip


def period(scene: Scene) -> UUID:
    """Let the carrier decide how long it keeps something."""
    with acting(as_job(scene.project)) as actor:
        return privacy.decide_retention(
            network_id=scene.project.network_id,
            carrier_id=scene.project.carrier_id,
            purpose=Purpose.COUNSELLING,
            months=24,
            decided_on=TODAY,
            today=TODAY,
            actor=actor,
        ).pk


def controller(scene: Scene) -> UUID:
    """Let the carrier say who it is as controller."""
    by = Actor(kind=ActorKind.JOB, networks=(scene.project.network_id,), overseen=(scene.project.network_id,))
    with acting(by):
        said = network.ControllerValues(legal_name=f"Träger {scene.project.name} gGmbH")
        network.describe_controller(carrier=scene.project.carrier, values=said, actor=by)
    return scene.project.carrier_id


def basis(scene: Scene) -> UUID:
    """Let the network decide, once, to take part in the check between networks."""
    with acting(as_job(scene.project)):
        known = DuplicateBasis.objects.filter(network_id=scene.project.network_id).first()
        home = Network.objects.get(pk=scene.project.network_id)
    return known.pk if known else decide(home).pk


def marks(scene: Scene) -> UUID:
    """Let the person agree to be found by other networks as perhaps known."""
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        join_check(person=scene.person, way=ConsentWay.PAPER, language="de", today=TODAY, actor=actor)
        return DuplicateMark.objects.filter(person=scene.person).latest("pk").pk


def merge(scene: Scene) -> UUID:
    """Put a second file about the person, without a stay, into theirs."""
    second = make_person(scene.project, given_names="Zweit", family_names=f"Akte {scene.marker}")
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        return merge_files(
            kept=scene.person, absorbed=second, take=[], now=timezone.now(), today=TODAY, actor=actor
        ).pk


def double(scene: Scene) -> UUID:
    """Keep a further file of the sub-project, of somebody in a stay of their own."""
    other = make_person(scene.project, given_names="Dritt", family_names=f"Akte {scene.marker}")
    make_stay(other, scene.advisor)
    return other.pk


def decision(scene: Scene) -> UUID:
    """Note that the file is about nobody else."""
    with acting(actor_for(scene.advisor.pk, TODAY)):
        return LinkDecision.objects.create(
            **scene.person.place(), person=scene.person, other_id=scene.person.participant_id, same=False,
            by=scene.advisor,
        ).pk  # fmt: skip


def asked(scene: Scene) -> UUID:
    """Let the advisor ask other networks once; that is counted."""
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        ask_elsewhere(
            network_id=scene.project.network_id, given="Yusuf", family="Andernorts",
            birth_date=date(1990, 1, 1), consented=True, actor=actor,
        )  # fmt: skip
    return scene.advisor.pk


def request(scene: Scene) -> UUID:
    """Let the advisor put down that an authority asked about the person."""
    heard = privacy.Asked(
        kind=AuthorityKind.POLICE,
        way=RequestWay.TELEPHONE,
        asked_by=f"Wache, Herr {scene.marker}",
        asked_on=TODAY,
        demand=f"Ob {scene.marker} teilnimmt",
    )
    place = (scene.project.network_id, scene.project.carrier_id, scene.project.pk)
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        return privacy.log_authority_request(
            place=place, subject_id=scene.person.pk, asked=heard, today=TODAY, actor=actor
        ).pk


def message(scene: Scene) -> UUID:
    """Let a message to the person be given up."""
    with acting(actor_for(scene.advisor.pk, TODAY)) as actor:
        written = post.queue(message=make_message(scene.person), now=timezone.now(), actor=actor)
    with acting(as_sender(scene.project.network_id)):
        Message.objects.filter(pk=written.pk).update(
            state=MessageState.FAILED.value, failure=Failure.REFUSED.value, done_at=timezone.now()
        )
    return written.pk


def seal(scene: Scene) -> int:
    """Seal the lines of the trail so far."""
    sealer = Actor(kind=ActorKind.JOB)
    with acting(sealer):
        return privacy.seal(chain=scene.project.network_id, most=1000, actor=sealer)


def _guest(scene: Scene) -> str:
    return f"gast-{scene.relation}@example.net"
