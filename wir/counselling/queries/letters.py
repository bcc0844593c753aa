"""The facts that letters to authorities are written from."""

from __future__ import annotations

from datetime import date

from wir.counselling.models import Matter
from wir.counselling.rules.letters import LetterFacts
from wir.counselling.rules.matters import Decision, Remedy


def letter_facts(matter: Matter, today: date) -> LetterFacts:
    """Return what is known; the matter comes with person, authority and notices, the latest notice first."""
    identity, authority = matter.person.identity, matter.authority
    notice = next(iter(matter.notices.all()), None)
    contestable = (
        notice is not None
        and notice.decision != Decision.GRANTED.value
        and notice.remedy == Remedy.OBJECTION.value
        and not notice.is_settled
    )
    return LetterFacts(
        name=f"{identity.given_names} {identity.family_names}".strip(),
        born_on=identity.birth_date,
        street=identity.street,
        town=f"{identity.postcode} {identity.place_name}".strip(),
        authority=authority.name if authority else "",
        authority_town=f"{authority.postcode} {authority.place}".strip() if authority else "",
        file_number=matter.file_number,
        subject=matter.subject,
        filed_on=matter.filed_on,
        receipt_on=matter.receipt_on,
        dated_on=notice.dated_on if notice else None,
        received_on=notice.received_on if notice else None,
        objection_until=notice.period().safe.last_day if notice and contestable else None,
    )
