"""What the rules answer: codes, the legal reference behind each, and the facts that are missing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wir.eligibility.rules.reason_codes import ReasonCode


class MayWork(StrEnum):
    """Answer for the activity asked for, on the day asked for."""

    YES = "yes"
    YES_WITH_PERMISSION = "yes_with_permission"
    NO = "no"
    UNDECIDED = "undecided"


class AuthorityPermission(StrEnum):
    """Permission of the Ausländerbehörde (Beschäftigungserlaubnis)."""

    NOT_NEEDED = "not_needed"
    NEEDED = "needed"
    NOT_AVAILABLE = "not_available"
    ALREADY_HELD = "already_held"


class DecisionMode(StrEnum):
    """How binding the law is."""

    BY_LAW = "by_law"
    BY_ORDER = "by_order"
    BY_TITLE_PURPOSE = "by_title_purpose"
    BY_DOCUMENT_NOTE = "by_document_note"
    ENTITLEMENT = "entitlement"
    SHALL = "shall"
    DISCRETION = "discretion"
    DISCRETION_USUALLY_REFUSED = "discretion_usually_refused"
    SHOULD_BE_REFUSED = "should_be_refused"
    BARRED = "barred"
    BARRED_BY_YOUTH_PROTECTION = "barred_by_youth_protection"
    ONLY_IF_ORDER_PROVIDES = "only_if_order_provides"
    BEYOND_STATUTORY_SCOPE = "beyond_statutory_scope"
    OLD_LAW_CONTINUES = "old_law_continues"
    NOT_EMPLOYMENT = "not_employment"


class BaConsent(StrEnum):
    """Consent of the Bundesagentur für Arbeit."""

    NEEDED = "needed"
    NOT_NEEDED = "not_needed"
    WAITING = "waiting"
    ALREADY_GIVEN = "already_given"
    NOT_APPLICABLE = "not_applicable"


class BanClass(StrEnum):
    """How lasting the ban is."""

    NONE = "none"
    TEMPORARY = "temporary"
    ABSOLUTE = "absolute"


class BanKind(StrEnum):
    """The rule that stands against the activity."""

    TITLE_WITHOUT_WORK_RIGHT = "title_without_work_right"
    SCOPE_EXCEEDED = "scope_exceeded"
    YOUTH_PROTECTION = "youth_protection"
    EMPLOYMENT_ONLY = "employment_only"
    GESTATTUNG_WAITING_PERIOD = "gestattung_waiting_period"
    RECEPTION_CENTRE_WAITING_PERIOD = "reception_centre_waiting_period"
    RECEPTION_CENTRE_WAITING_PERIOD_EXTENDED = "reception_centre_waiting_period_extended"
    RECEPTION_CENTRE_DULDUNG_PERIOD = "reception_centre_duldung_period"
    BA_CONSENT_WAITING_PERIOD = "ba_consent_waiting_period"
    ACCELERATED_PROCEDURE = "accelerated_procedure"
    COOPERATION_BREACH = "cooperation_breach"
    REMOVAL_MEASURES = "removal_measures"
    SAFE_COUNTRY_ASYLUM_PROCEDURE = "safe_country_asylum_procedure"
    UNCLARIFIED_IDENTITY_60B = "unclarified_identity_60b"
    BENEFIT_MOTIVE_60A_6_1 = "benefit_motive_60a_6_1"
    OWN_CONDUCT_60A_6_2 = "own_conduct_60a_6_2"
    SAFE_COUNTRY_60A_6_3 = "safe_country_60a_6_3"
    EU_SAFE_COUNTRY_60A_6_3 = "eu_safe_country_60a_6_3"


class TargetGroup(StrEnum):
    """Whether the person falls under the wording of the programme."""

    YES = "yes"
    NO = "no"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that decided, its legal reference and the first day of the text quoted, where known."""

    code: ReasonCode
    citation: str
    since: date | None = None


def plain_words(reason: Reason) -> str:
    """Return the code with blanks, for places that have no better words."""
    return reason.code.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Answer:
    """May the person do the activity, who must agree, what stands against it, and why.

    ``earliest_on`` is set only with ``no``: the first day on which waiting alone removes the obstacle.
    """

    may_work: MayWork
    reasons: tuple[Reason, ...]
    authority_permission: AuthorityPermission | None = None
    decision_mode: DecisionMode | None = None
    ba_consent: BaConsent | None = None
    ban_class: BanClass | None = None
    ban_kind: BanKind | None = None
    earliest_on: date | None = None
    self_employment: bool | None = None
    missing: tuple[str, ...] = ()
    target_group: TargetGroup = TargetGroup.REVIEW

    def as_json(self, words: Callable[[Reason], str] = plain_words) -> dict[str, object]:
        """Return the answer in the exchange format, without the case's id."""
        return {
            "may_work": self.may_work,
            "authority_permission": self.authority_permission,
            "decision_mode": self.decision_mode,
            "ba_consent": self.ba_consent,
            "ban": {"class": self.ban_class, "kind": self.ban_kind},
            "earliest_on": None if self.earliest_on is None else self.earliest_on.isoformat(),
            "self_employment": self.self_employment,
            "target_group": self.target_group,
            "missing": list(self.missing),
            "reasons": [
                {
                    "code": reason.code,
                    "citation": reason.citation,
                    "since": None if reason.since is None else reason.since.isoformat(),
                    "text": words(reason),
                }
                for reason in self.reasons
            ],
        }


def allowed(
    mode: DecisionMode,
    reasons: tuple[Reason, ...],
    *,
    ba_consent: BaConsent = BaConsent.NOT_NEEDED,
    self_employment: bool | None = None,
) -> Answer:
    """Lawful without an individual permission for this job."""
    return Answer(
        may_work=MayWork.YES,
        reasons=reasons,
        authority_permission=AuthorityPermission.NOT_NEEDED,
        decision_mode=mode,
        ba_consent=ba_consent,
        ban_class=BanClass.NONE,
        self_employment=self_employment,
    )


def permissible(
    mode: DecisionMode,
    reasons: tuple[Reason, ...],
    *,
    ba_consent: BaConsent,
    authority: AuthorityPermission = AuthorityPermission.NEEDED,
    kind: BanKind | None = None,
    self_employment: bool | None = None,
) -> Answer:
    """No ban; lawful with the permission of the Ausländerbehörde."""
    return Answer(
        may_work=MayWork.YES_WITH_PERMISSION,
        reasons=reasons,
        authority_permission=authority,
        decision_mode=mode,
        ba_consent=ba_consent,
        ban_class=BanClass.NONE,
        ban_kind=kind,
        self_employment=self_employment,
    )


def refused(
    ban_class: BanClass,
    kind: BanKind,
    reasons: tuple[Reason, ...],
    *,
    authority: AuthorityPermission = AuthorityPermission.NOT_AVAILABLE,
    mode: DecisionMode = DecisionMode.BARRED,
    ba_consent: BaConsent = BaConsent.NOT_APPLICABLE,
    earliest_on: date | None = None,
    self_employment: bool | None = None,
) -> Answer:
    """Not possible on the day for this activity."""
    return Answer(
        may_work=MayWork.NO,
        reasons=reasons,
        authority_permission=authority,
        decision_mode=mode,
        ba_consent=ba_consent,
        ban_class=ban_class,
        ban_kind=kind,
        earliest_on=earliest_on,
        self_employment=self_employment,
    )


def undecided(reasons: tuple[Reason, ...], missing: tuple[str, ...] = ()) -> Answer:
    """A deciding fact is unknown and named, or the law here is not settled and no fact would help."""
    return Answer(may_work=MayWork.UNDECIDED, reasons=reasons, missing=tuple(dict.fromkeys(missing)))
