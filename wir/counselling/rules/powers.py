"""Acting for somebody: powers of attorney and releases from confidentiality, and whether they let us speak today.

A power (§ 13 SGB X, § 14 VwVfG) lets us act at a body; a release (Schweigepflichtentbindung, § 203 StGB) lets both
sides tell each other things. Both are given to one body, for named topics, for a time, and can be taken back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from wir.counselling.rules.checks import those_that_hold
from wir.counselling.rules.stays import Topic
from wir.kit.calendar import completed_years

OF_AGE = 18
"""§ 2 BGB."""
SPEAKS_ALONG = 15
"""From here on somebody signs beside the guardian; § 36 SGB I lets them ask for social benefits by themselves."""


class PowerKind(StrEnum):
    """What somebody signed."""

    POWER = "power"
    RELEASE = "release"


class Signer(StrEnum):
    """Who signed."""

    PERSON = "person"
    GUARDIAN = "guardian"


class GuardianKind(StrEnum):
    """Who decides for somebody under age."""

    PARENT = "parent"
    VORMUND = "vormund"
    YOUTH_OFFICE = "youth_office"
    """Jugendamt as Vormund, or while it takes somebody into its care (§ 42a SGB VIII)."""
    PFLEGER = "pfleger"


class PowerState(StrEnum):
    """What a power is worth on a day."""

    UNSIGNED = "unsigned"
    VALID = "valid"
    NOT_YET = "not_yet"
    ENDED = "ended"
    REVOKED = "revoked"
    SIGNATURE_MISSING = "signature_missing"


class Speech(StrEnum):
    """Whether we may speak with a body about a topic, and if not, why."""

    YES = "yes"
    NOTHING_SIGNED = "nothing_signed"
    OTHER_TOPICS = "other_topics"
    UNSIGNED = "unsigned"
    NOT_YET = "not_yet"
    ENDED = "ended"
    REVOKED = "revoked"
    SIGNATURE_MISSING = "signature_missing"


class PowerProblem(StrEnum):
    """Why a power cannot be written, signed or revoked as asked."""

    NO_CONSENT = "no_consent"
    BODY_MISSING = "body_missing"
    TOPICS_MISSING = "topics_missing"
    END_NOT_AFTER_START = "end_not_after_start"
    SIGNED_IN_FUTURE = "signed_in_future"
    ALREADY_SIGNED = "already_signed"
    PERSON_MUST_SIGN = "person_must_sign"
    GUARDIAN_MUST_SIGN = "guardian_must_sign"
    NO_GUARDIAN = "no_guardian"
    REVOKED_IN_FUTURE = "revoked_in_future"
    REVOKED_BEFORE_SIGNED = "revoked_before_signed"
    NOT_SIGNED = "not_signed"
    ALREADY_REVOKED = "already_revoked"
    NAME_MISSING = "name_missing"
    QUESTION_MISSING = "question_missing"
    ANSWER_MISSING = "answer_missing"
    ALREADY_ANSWERED = "already_answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerFacts:
    """A power or release as stored; ``until_on`` is the first day on which it no longer counts."""

    id: UUID
    body_id: UUID
    topics: frozenset[Topic]
    signed_on: date | None
    signed_by: frozenset[Signer]
    until_on: date
    revoked_on: date | None


@dataclass(frozen=True, slots=True)
class MaySpeak:
    """The answer, and the power that it rests on, if one is named for this body and topic."""

    speech: Speech
    power_id: UUID | None = None


def signers_needed(birth_date: date | None, day: date) -> frozenset[Signer]:
    """Return who has to sign: of age alone, from 15 on with the guardian, younger the guardian alone.

    Without a birth date nobody is taken for a child.
    """
    age = completed_years(birth_date, day) if birth_date else OF_AGE
    if age >= OF_AGE:
        return frozenset({Signer.PERSON})
    return frozenset({Signer.PERSON, Signer.GUARDIAN} if age >= SPEAKS_ALONG else {Signer.GUARDIAN})


def state_of(power: PowerFacts, *, birth_date: date | None, day: date) -> PowerState:
    """Return what the power is worth on the day; who has grown up signs anew, if only the guardian had signed."""
    states = (
        (PowerState.UNSIGNED, power.signed_on is None),
        (PowerState.REVOKED, power.revoked_on is not None and power.revoked_on <= day),
        (PowerState.ENDED, power.until_on <= day),
        (PowerState.NOT_YET, power.signed_on is not None and power.signed_on > day),
        (PowerState.SIGNATURE_MISSING, not signers_needed(birth_date, day) <= power.signed_by),
    )
    return next((state for state, holds in states if holds), PowerState.VALID)


def may_speak(
    powers: Iterable[PowerFacts], *, body_id: UUID, topic: Topic, birth_date: date | None, day: date
) -> MaySpeak:
    """Return whether we may speak with the body about the topic on the day, by what was signed.

    Of several powers the best one counts. The person beside us at the telephone may always allow it for that call.
    """
    here = [power for power in powers if power.body_id == body_id]
    named = [power for power in here if topic in power.topics]
    if not named:
        return MaySpeak(Speech.OTHER_TOPICS if here else Speech.NOTHING_SIGNED)
    ranked = sorted(
        ((_RANK.index(state_of(power, birth_date=birth_date, day=day)), power.id) for power in named),
    )
    rank, power_id = ranked[0]
    return MaySpeak(_SPEECHES[_RANK[rank]], power_id)


_RANK = (
    PowerState.VALID,
    PowerState.SIGNATURE_MISSING,
    PowerState.NOT_YET,
    PowerState.UNSIGNED,
    PowerState.ENDED,
    PowerState.REVOKED,
)
_SPEECHES = {
    PowerState.VALID: Speech.YES,
    PowerState.SIGNATURE_MISSING: Speech.SIGNATURE_MISSING,
    PowerState.NOT_YET: Speech.NOT_YET,
    PowerState.UNSIGNED: Speech.UNSIGNED,
    PowerState.ENDED: Speech.ENDED,
    PowerState.REVOKED: Speech.REVOKED,
}


def obstacles_to_power(
    *, body: str, topics: Collection[Topic], until_on: date, today: date
) -> list[PowerProblem]:
    """Return every reason against preparing a power for signature."""
    checks = (
        (PowerProblem.BODY_MISSING, not body.strip()),
        (PowerProblem.TOPICS_MISSING, not topics),
        (PowerProblem.END_NOT_AFTER_START, until_on <= today),
    )
    return those_that_hold(checks)


def obstacles_to_signing(
    *,
    signed_on: date,
    until_on: date,
    signed_by: frozenset[Signer],
    needed: frozenset[Signer],
    has_guardian: bool,
    already_signed: bool,
    today: date,
) -> list[PowerProblem]:
    """Return every reason against saying that it was signed on that day by these."""
    missing = needed - signed_by
    checks = (
        (PowerProblem.ALREADY_SIGNED, already_signed),
        (PowerProblem.SIGNED_IN_FUTURE, signed_on > today),
        (PowerProblem.END_NOT_AFTER_START, signed_on >= until_on),
        (PowerProblem.PERSON_MUST_SIGN, Signer.PERSON in missing),
        (PowerProblem.GUARDIAN_MUST_SIGN, Signer.GUARDIAN in missing),
        (PowerProblem.NO_GUARDIAN, Signer.GUARDIAN in signed_by and not has_guardian),
    )
    return those_that_hold(checks)


def obstacles_to_revoking(
    *, revoked_on: date, signed_on: date | None, already_revoked: bool, today: date
) -> list[PowerProblem]:
    """Return every reason against saying that it was taken back on that day."""
    checks = (
        (PowerProblem.NOT_SIGNED, signed_on is None),
        (PowerProblem.ALREADY_REVOKED, already_revoked),
        (PowerProblem.REVOKED_IN_FUTURE, revoked_on > today),
        (PowerProblem.REVOKED_BEFORE_SIGNED, signed_on is not None and revoked_on < signed_on),
    )
    return those_that_hold(checks)
