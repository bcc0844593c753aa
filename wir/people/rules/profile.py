"""Vocabulary of what a person brings along and needs: how to reach them, school, work, the day they can work."""

from enum import StrEnum


class Way(StrEnum):
    """A way to reach somebody."""

    CALL = "call"
    SMS = "sms"
    MESSENGER = "messenger"
    MAIL = "mail"
    LETTER = "letter"
    THROUGH = "through"
    """Through somebody or a place: the accommodation, a relative."""


class Script(StrEnum):
    """A script that somebody reads (ISO 15924 codes); none yet is an answer of its own."""

    LATIN = "Latn"
    ARABIC = "Arab"
    CYRILLIC = "Cyrl"
    ETHIOPIC = "Ethi"
    ARMENIAN = "Armn"
    GEORGIAN = "Geor"
    OTHER = "Zyyy"
    NONE = "none"


class Equivalent(StrEnum):
    """The German school leaving certificate that a foreign one equals, as assessed or as far as is known."""

    NONE = "none"
    HAUPTSCHULE = "hauptschule"
    MITTLERER = "mittlerer"
    FACHHOCHSCHULREIFE = "fachhochschulreife"
    HOCHSCHULREIFE = "hochschulreife"


class QualificationKind(StrEnum):
    """What was learned."""

    VOCATIONAL = "vocational"
    DEGREE = "degree"
    COURSE = "course"


class Recognition(StrEnum):
    """How far the recognition of a foreign qualification has come (BQFG, law of the trade, or ZAB)."""

    NOT_NEEDED = "not_needed"
    NOT_APPLIED = "not_applied"
    APPLIED = "applied"
    FULL = "full"
    PARTIAL = "partial"
    COMPENSATION = "compensation"
    """An examination or adaptation course was laid on the person."""
    REFUSED = "refused"
    ZAB_STATEMENT = "zab_statement"


DECIDED = frozenset(
    {
        Recognition.FULL,
        Recognition.PARTIAL,
        Recognition.COMPENSATION,
        Recognition.REFUSED,
        Recognition.ZAB_STATEMENT,
    }
)
"""States that a body has decided; before them there is at most an application."""


class Licence(StrEnum):
    """Whether somebody may drive here."""

    NONE = "none"
    LEARNING = "learning"
    GERMAN = "german"
    FOREIGN = "foreign"
    """From abroad and not exchanged: valid for six months from taking up residence (§ 29 Abs. 1 FeV)."""


LICENCE_CLASSES = ("AM", "A1", "A2", "A", "B", "BE", "C1", "C1E", "C", "CE", "D1", "D", "DE", "L", "T")
"""Classes of § 6 FeV that work asks for."""


class Transport(StrEnum):
    """With what somebody gets to work."""

    FOOT = "foot"
    BICYCLE = "bicycle"
    PUBLIC = "public"
    CAR = "car"


class Childcare(StrEnum):
    """Whether care of the children stands in the way of work."""

    NOT_NEEDED = "not_needed"
    ARRANGED = "arranged"
    PARTLY = "partly"
    MISSING = "missing"


class DayTime(StrEnum):
    """When somebody can work."""

    EARLY = "early"
    DAY = "day"
    LATE = "late"
    NIGHT = "night"
    WEEKEND = "weekend"


class Relation(StrEnum):
    """Who somebody of the household is to the person."""

    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    OTHER = "other"


MIRRORED = {Relation.CHILD: Relation.PARENT, Relation.PARENT: Relation.CHILD}
"""What the link is called from the other side, where it is not the same."""


class SchoolNow(StrEnum):
    """Where a child spends the day."""

    HOME = "home"
    NURSERY = "nursery"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    VOCATIONAL = "vocational"
    WAITING = "waiting"
    """Waits for a place."""


class Care(StrEnum):
    """How a child is cared for while the person works."""

    NOT_NEEDED = "not_needed"
    WHOLE_DAY = "whole_day"
    HALF_DAY = "half_day"
    FAMILY = "family"
    MISSING = "missing"
