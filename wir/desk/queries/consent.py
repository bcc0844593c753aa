"""What the tab on consent and the record of processing activities show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import CharField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from wir.accounts.models import User
from wir.directory.models import Organisation
from wir.network.models import Carrier, Membership
from wir.network.rules import Role
from wir.privacy import queries as known
from wir.privacy.models import Disclosure, SharingConsent
from wir.privacy.rules import Processing, Purpose, Receiver, counted_from_exit, register

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wir.kit.acting import Actor
    from wir.people.models import Person
    from wir.privacy.models import RetentionSetting

MOST_RECEIVERS = 200


@dataclass(frozen=True, slots=True)
class Controller:
    """Who is responsible for the data, as printed; ``officer`` is empty while nobody has been named."""

    carrier_id: UUID
    network: str
    lines: tuple[str, ...]
    address_known: bool
    officer: tuple[str, ...]
    rows: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One processing activity of one carrier, how long it keeps what it takes, and in which fields."""

    entry: Processing
    kept: str
    fields: str


def controller_of(carrier: Carrier, rows: tuple[Entry, ...] = ()) -> Controller:
    """Return what a carrier says of itself; what it has not said yet is left for the pen.

    A carrier may have a row of particulars (``carrier.controller``: legal name, address, officer).
    """
    said: Any = getattr(carrier, "controller", None)
    name, street, town, officer = _particulars(said)
    lines = (name or carrier.name, street, town)
    return Controller(
        carrier_id=carrier.pk,
        network=carrier.network.name,
        lines=tuple(line for line in lines if line),
        address_known=bool(street and town),
        officer=officer,
        rows=rows,
    )


def _particulars(said: Any) -> tuple[str, str, str, tuple[str, ...]]:
    words = {
        name: str(getattr(said, name, "") or "").strip()
        for name in (
            *("legal_name", "street", "postcode", "place"),
            *("officer_name", "officer_email", "officer_phone"),
        )
    }
    town = f"{words['postcode']} {words['place']}".strip()
    officer = tuple(words[key] for key in ("officer_name", "officer_email", "officer_phone") if words[key])
    return words["legal_name"], words["street"], town, officer


def carrier_of(person: Person) -> Carrier:
    """Return the carrier whose file it is, with its network; for somebody who sees the file."""
    return Carrier.objects.select_related("network").get(pk=person.carrier_id)


def carriers_led_by(actor: Actor, today: date) -> QuerySet[Carrier]:
    """Return the carriers whose sub-project the actor heads, and those of networks they coordinate."""
    heads = Membership.objects.filter(
        Q(until_on=None) | Q(until_on__gt=today),
        user_id__in=[actor.id] if actor.id else [],
        role=Role.PROJECT_LEAD.value,
        from_on__lte=today,
    )
    reach = Q(id__in=heads.values("carrier_id")) | Q(network_id__in=actor.overseen)
    carriers = Carrier.objects.filter(reach, network_id__in=actor.networks).select_related("network")
    return carriers.order_by("network__name", "name")


def record_of(actor: Actor, today: date) -> list[Controller]:
    """Return the record of processing activities (Art. 30(1) GDPR) of each carrier the actor answers for."""
    decided = known.months_decided(actor)
    fields = {entry.purpose: _fields_of(entry.purpose) for entry in register()}
    return [
        controller_of(
            carrier,
            tuple(
                Entry(entry, _kept(entry, decided.get((carrier.pk, entry.purpose))), fields[entry.purpose])
                for entry in register()
            ),
        )
        for carrier in carriers_led_by(actor, today)
    ]


def carriers_undecided(actor: Actor) -> list[tuple[str, list[Purpose]]]:
    """Return carriers that have not decided how long they keep what counts from the exit: there nothing falls due."""
    decided = known.months_decided(actor)
    carriers = Carrier.objects.filter(Q(network_id__in=actor.audited) | Q(id__in=actor.audited_carriers))
    missing = (
        (
            carrier.name,
            [one.purpose for one in counted_from_exit() if (carrier.pk, one.purpose) not in decided],
        )
        for carrier in carriers.order_by("name")
    )
    return [(name, purposes) for name, purposes in missing if purposes]


def _kept(entry: Processing, decided: RetentionSetting | None) -> str:
    kept = entry.retention
    if decided:
        return f"{kept.words(decided.months)} Entschieden am {decided.decided_on:%d.%m.%Y}."
    if kept.open:
        return f"vom Verantwortlichen zu entscheiden (Vorschlag: {kept.words(kept.length)})"
    return kept.words(kept.length)


def _fields_of(purpose: Purpose) -> str:
    tables = known.tables_kept_for(purpose)
    return "; ".join(f"{table}: {', '.join(names)}" for table, names in tables.items()) or "noch keine"


def receivers_for(actor: Actor, network_id: UUID, today: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return who may be chosen as receiver: colleagues of the network and organisations, as grouped choices."""
    held = Membership.objects.filter(
        Q(until_on=None) | Q(until_on__gt=today), network_id=network_id, from_on__lte=today
    )
    colleagues = User.objects.filter(id__in=held.values("user_id"), is_active=True).exclude(
        id__in=[actor.id] if actor.id else []
    )
    organisations: QuerySet[Organisation] = Organisation.objects.order_by("name", "id")[:MOST_RECEIVERS]
    return [
        (Receiver.USER.value, [(f"user:{one.pk}", one.name) for one in colleagues.order_by("name", "id")]),
        (
            Receiver.ORGANISATION.value,
            [(f"organisation:{one.pk}", f"{one.name} {one.place}".strip()) for one in organisations],
        ),
    ]


def sharing_of(actor: Actor, subject_id: UUID) -> list[tuple[SharingConsent, str]]:
    """Return what a person let others know, latest first, with the receiver's name."""
    rows = known.sharing_of(actor, subject_id).annotate(receiver_name=_receiver_name())
    return [(row, row.receiver_name) for row in rows]


def disclosures_of(actor: Actor, subject_id: UUID) -> list[tuple[Disclosure, str]]:
    """Return who received what about a person, latest first, with the receiver's name."""
    rows = known.disclosures_of(actor, subject_id).annotate(receiver_name=_receiver_name())
    return [(row, row.receiver_name) for row in rows]


def _receiver_name() -> Coalesce:
    """The name of a user or an organisation, in the same query: ids of both are unique over both tables."""
    named = (
        Subquery(
            table.objects.filter(pk=OuterRef("receiver_id")).values("name")[:1], output_field=CharField()
        )
        for table in (User, Organisation)
    )
    return Coalesce(*named, Value("–"))
