"""What goes on beside conversations: authorities, powers, needs, ways, and who waits. With dice of its own."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils.timezone import make_aware

from wir.counselling import actions as counselling
from wir.counselling import queries as counselling_queries
from wir.counselling.models import Stay
from wir.counselling.rules import ContactMode, Topic
from wir.counselling.rules.matters import Decision, Delivery, Instruction, LegalField, Remedy
from wir.counselling.rules.powers import PowerKind, Signer, signers_needed
from wir.counselling.rules.waiting import Urgency
from wir.counselling.rules.ways import ways
from wir.directory.actions import find_or_add_organisation
from wir.directory.rules import kind_of_authority
from wir.kit.acting import Actor
from wir.kit.calendar import add_months
from wir.network.models import Project
from wir.privacy.rules import ConsentWay

_MATTERS = (
    ("Beschäftigungserlaubnis", LegalField.GENERAL, "Ausländerbehörde {place}"),
    ("Bürgergeld, Weiterbewilligung", LegalField.SOCIAL, "Jobcenter {place}"),
    ("Anerkennung des Abschlusses", LegalField.GENERAL, "Anerkennungsstelle {place}"),
    ("Fahrtkosten zum Sprachkurs", LegalField.SOCIAL, "Jobcenter {place}"),
)
_TOPICS = ((Topic.MONEY, Topic.WORK_PERMIT), (Topic.RESIDENCE, Topic.WORK_PERMIT), (Topic.RECOGNITION,))
_DAYS = (-1, 0, 0, 0, 1, 1, 2, 3, 6)
_SUBJECTS = (
    "Lebenslauf",
    "Bewerbung durchsehen",
    "Bescheid besprechen",
    "Sprachkurs",
    "Wie geht es am Arbeitsplatz?",
)
_SCALES = ("german", "papers", "learning", "search", "daily_life", "reconciling", "confidence")
_WAITING = (
    ("Karimi", "Leila", "fa", "Möchte als Köchin arbeiten, fragt nach der Erlaubnis", Urgency.USUAL, 12),
    ("Tesfay", "Robel", "ti", "Ausbildungsvertrag beginnt bald, Papier läuft ab", Urgency.DEADLINE, 3),
    ("Bondarenko", "Iryna", "uk", "Anerkennung als Lehrerin", Urgency.SOON, 6),
)


def name_authorities(*, project: Project, actor: Actor) -> None:
    """Write the authorities of the place down, in the same order whichever sub-project of a town comes first."""
    for name in sorted({authority.format(place=project.place) for _, _, authority in _MATTERS}):
        find_or_add_organisation(name=name, kind=kind_of_authority(name), postcode="", place="", actor=actor)


def go_on(*, stay: Stay, today: date, actor: Actor) -> None:
    """Let some of it happen to one person who is in care, always the same for the same case number."""
    dice = Random(stay.person.participant.case_number)
    if dice.random() < 0.3:
        _ask_authority(stay, dice, today, actor)
    if dice.random() < 0.3:
        _sign(stay, dice, today, actor)
    if dice.random() < 0.3:
        _talk(stay, dice, today, actor)
    if dice.random() < 0.2:
        counselling.use_way(person=stay.person, way=dice.choice(ways()), today=today, actor=actor)
        counselling.agree_plan(
            person=stay.person,
            agreed_on=today,
            way=ConsentWay.PAPER,
            language=stay.person.contact_language or "de",
            scan_id=None,
            today=today,
            actor=actor,
        )
    if dice.random() < 0.5:
        _expect(stay, dice, today, actor)


def let_wait(*, project: Project, today: date, actor: Actor) -> None:
    """Put some people on the waiting list of a sub-project."""
    for number, (family, given, language, reason, urgency, days) in enumerate(_WAITING, 1):
        counselling.put_on_list(
            project=project,
            values=counselling.WaitingValues(
                family_names=family,
                given_names=given,
                phone=f"0151 555010{number}",
                contact_language=language,
                reason=reason,
                urgency=urgency,
                asked_on=today - timedelta(days=days),
                reply_by=today + timedelta(days=14 - days),
            ),
            today=today,
            actor=actor,
        )


def _expect(stay: Stay, dice: Random, today: date, actor: Actor) -> None:
    """Let the advisor expect the person on one of these days, unless somebody else comes then."""
    day = today + timedelta(days=dice.choice(_DAYS))
    day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)
    mode = dice.choice((ContactMode.IN_PERSON, ContactMode.IN_PERSON, ContactMode.PHONE))
    meeting = counselling.Meeting(
        advisor_id=stay.advisor_id,
        starts_at=make_aware(datetime.combine(day, time(dice.randrange(8, 16), dice.choice((0, 30))))),
        minutes=dice.choice((30, 45, 60)),
        mode=mode,
        meeting_place="Kaistraße 3, Zimmer 5" if mode is ContactMode.IN_PERSON else "",
        subject=dice.choice(_SUBJECTS),
        interpreter=bool(stay.person.interpreter_needed),
    )
    agreed = make_aware(datetime.combine(today - timedelta(days=7), time(8)))
    with suppress(counselling.CannotMeet):
        counselling.make_appointment(person=stay.person, meeting=meeting, now=agreed, actor=actor)


def _ask_authority(stay: Stay, dice: Random, today: date, actor: Actor) -> None:
    subject, law, authority = dice.choice(_MATTERS)
    matter = counselling.open_matter(
        person=stay.person,
        values=counselling.MatterValues(
            subject=subject,
            field=law,
            authority=authority.format(place=stay.project.place),
            file_number=f"{dice.randint(10, 99)}-{dice.randint(1000, 9999)}/26",
            filed_on=today - timedelta(days=dice.randint(30, 150)),
        ),
        today=today,
        actor=actor,
    )
    if dice.random() < 0.6:
        dated = today - timedelta(days=dice.randint(4, 12))
        counselling.record_notice(
            matter=matter,
            values=counselling.NoticeValues(
                decision=dice.choice([Decision.REFUSED, Decision.PARTLY, Decision.GRANTED]),
                dated_on=dated,
                posted_on=dated + timedelta(days=1),
                received_on=dated + timedelta(days=3),
                way=Delivery.POST,
                instruction=Instruction.THERE,
                remedy=Remedy.OBJECTION,
            ),
            today=today,
            actor=actor,
        )


def _sign(stay: Stay, dice: Random, today: date, actor: Actor) -> None:
    power = counselling.prepare_power(
        person=stay.person,
        kind=dice.choice(list(PowerKind)),
        body=f"Jobcenter {stay.project.place}",
        topics=dice.choice(_TOPICS),
        language=counselling_queries.paper_language_of(actor, stay.person),
        until_on=add_months(today, 12),
        today=today,
        actor=actor,
    )
    signers = signers_needed(stay.person.identity.birth_date, today)
    if dice.random() < 0.8 and signers == {Signer.PERSON}:
        counselling.sign_power(
            power=power,
            signed_on=today,
            signed_by=[Signer.PERSON],
            scan_id=None,
            today=today,
            actor=actor,
        )


def _talk(stay: Stay, dice: Random, today: date, actor: Actor) -> None:
    first = min(stay.entered_on + timedelta(days=7), today)
    scales = {code: dice.randint(0, 2) for code in _SCALES}
    answers = {"housing": dice.choice(["own", "centre"]), "course_now": "waiting", "income": "sgb2"}
    talk = counselling.begin_talk(person=stay.person, today=first, actor=actor)
    counselling.save_phase(talk=talk, answers=answers, scales=scales, today=today, actor=actor)
    counselling.finish_talk(talk=talk, today=first, actor=actor)
    if first < today - timedelta(days=90):
        later = counselling.begin_talk(person=stay.person, today=today, actor=actor)
        better = {code: min(value + dice.randint(0, 2), 4) for code, value in scales.items()}
        counselling.save_phase(
            talk=later,
            answers={"course_now": "vocational", "first_step": "Lebenslauf schreiben"},
            scales=better,
            today=today,
            actor=actor,
        )
        counselling.finish_talk(talk=later, today=today, actor=actor)
