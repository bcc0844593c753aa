"""What the tests of consent do again and again."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from tests.cast import TODAY
from wir.accounts.models import User
from wir.counselling.actions import record_contact
from wir.counselling.models import Contact, Stay
from wir.counselling.rules import ContactMode, Topic
from wir.desk import actions
from wir.kit.acting import Actor, acting
from wir.network.actions import as_job_at
from wir.network.queries import actor_for
from wir.people.models import Person
from wir.privacy import actions as privacy
from wir.privacy.models import (
    AuditEntry,
    Consent,
    SharingConsent,
)
from wir.privacy.rules import (
    ConsentWay,
    Receiver,
    Shared,
)


def put_down(person: Person, actor: Actor, *, note: str = "", topics: tuple[Topic, ...] = ()) -> Contact:
    return record_contact(
        person=person,
        on=TODAY,
        minutes=30,
        mode=ContactMode.PHONE,
        language="",
        interpreter=False,
        topics=topics,
        note=note,
        today=TODAY,
        actor=actor,
    )


def withdraw(stay: Stay, user: User) -> None:
    with acting(actor_for(user.pk, TODAY)) as actor:
        given = Consent.objects.get(subject_id=stay.person_id, purpose="counselling", withdrawn_on=None)
        take_back(given, stay, actor)


def take_back(given: Consent, stay: Stay, actor: Actor, *, on: date = TODAY) -> None:
    privacy.withdraw_consent(
        consent=given, carrier_id=stay.carrier_id, withdrawn_on=on, today=TODAY, actor=actor
    )


def share(
    stay: Stay,
    user: User,
    to: UUID,
    *fields: Shared,
    kind: Receiver = Receiver.USER,
    until_on: date = date(2027, 1, 1),
) -> SharingConsent:
    with acting(actor_for(user.pk, TODAY)) as actor:
        return actions.share(
            person=stay.person,
            fields=fields,
            receiver=(kind, to),
            given_on=TODAY,
            until_on=until_on,
            way=ConsentWay.PAPER,
            language="de",
            proof="Ordner 4",
            today=TODAY,
            actor=actor,
        )


def lines_about(stay: Stay) -> list[str]:
    with acting(as_job_at(stay.place())):
        return list(AuditEntry.objects.filter(subject_id=stay.person_id).values_list("verb", flat=True))
