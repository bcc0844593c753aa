"""The facts that letters to authorities are written from."""

from __future__ import annotations

from datetime import date
from operator import itemgetter

from wir.counselling.models import Matter, Notice
from wir.counselling.rules.letters import LetterFacts
from wir.counselling.rules.matters import Decision, Remedy


def letter_facts(matter: Matter, today: date) -> LetterFacts:
    """Return what is known; the matter comes with person, authority and notices, the latest notice first.

    Where several notices can be contested by an objection, it is the one that becomes final first; where the safe day
    of all has passed, the one whose day passed last.
    """
    identity, authority, notices = matter.person.identity, matter.authority, list(matter.notices.all())
    open_to_objection = [(_safe_day(one), one) for one in notices if _contestable(one)]
    running = [one for one in open_to_objection if one[0] >= today]
    by_day = itemgetter(0)
    _day, contestable = (
        min(running, key=by_day) if running else max(open_to_objection, key=by_day, default=(None, None))
    )
    notice = contestable or next(iter(notices), None)
    return LetterFacts(
        name=f"{identity.given_names} {identity.family_names}".strip(),
        born_on=identity.birth_date,
        street=identity.street,
        postcode=identity.postcode,
        place=identity.place_name,
        authority=authority.name if authority else "",
        authority_town=f"{authority.postcode} {authority.place}".strip() if authority else "",
        file_number=matter.file_number,
        subject=matter.subject,
        filed_on=matter.filed_on,
        receipt_on=matter.receipt_on,
        dated_on=notice.dated_on if notice else None,
        received_on=notice.received_on if notice else None,
        objection_until=_safe_day(contestable) if contestable else None,
    )


def _contestable(notice: Notice) -> bool:
    by_objection = notice.remedy == Remedy.OBJECTION.value and notice.decision != Decision.GRANTED.value
    return by_objection and not notice.is_settled


def _safe_day(notice: Notice) -> date:
    return notice.period().safe.last_day
