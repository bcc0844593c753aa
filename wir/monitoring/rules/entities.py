"""Supported entities: EECO18 public services, EECO19 micro, small and medium-sized enterprises."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from wir.monitoring.rules.fields import Fields
from wir.monitoring.rules.vocabulary import Indicator

# Recommendation 2003/361/EC, Annex, Art. 2(1): below 250 staff, and one of the two sums within its limit.
STAFF_BELOW = 250
TURNOVER_UP_TO = Decimal(50_000_000)
BALANCE_UP_TO = Decimal(43_000_000)


class EntityKind(StrEnum):
    """Enterprise (cooperatives and social enterprises included) or public body."""

    ENTERPRISE = "enterprise"
    PUBLIC_SERVICE = "public_service"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Support given to an entity; ``direct`` is false where only a person of it was supported.

    ``staff`` in annual work units, ``turnover`` and ``balance`` in euro; nothing means not known.
    """

    entity: str
    operation: str
    kind: EntityKind
    direct: bool
    staff: int | None = None
    turnover: Decimal | None = None
    balance: Decimal | None = None

    @classmethod
    def from_json(cls, raw: Mapping[str, object], path: str = "") -> "Support":
        """Return the support of the interchange format; refuse with ``Broken`` what does not fit."""
        fields = Fields.of(
            raw,
            path,
            required=("entity", "op", "type", "direct"),
            optional=("staff", "turnover_eur", "balance_eur"),
        )
        return cls(
            entity=fields.text("entity"),
            operation=fields.text("op"),
            kind=fields.choice("type", EntityKind),
            direct=fields.truth("direct"),
            staff=fields.given("staff", lambda name: _staff(fields, name), None),
            turnover=fields.given("turnover_eur", lambda name: _euro(fields, name), None),
            balance=fields.given("balance_eur", lambda name: _euro(fields, name), None),
        )


def _staff(fields: Fields, name: str) -> int | None:
    return fields.whole(name, least=0)


def _euro(fields: Fields, name: str) -> Decimal | None:
    return fields.number(name)


def is_small_or_medium(support: Support) -> bool:
    """Whether the figures known prove it; an enterprise without figures is not counted on a guess."""
    if support.kind != EntityKind.ENTERPRISE or support.staff is None or support.staff >= STAFF_BELOW:
        return False
    turnover, balance = support.turnover, support.balance
    return (turnover is not None and turnover <= TURNOVER_UP_TO) or (
        balance is not None and balance <= BALANCE_UP_TO
    )


def total_entities(supports: Iterable[Support]) -> dict[str, int]:
    """Return EECO18 and EECO19: entities supported directly, each once however often."""
    direct = [support for support in supports if support.direct]
    public = {support.entity for support in direct if support.kind == EntityKind.PUBLIC_SERVICE}
    small = {support.entity for support in direct if is_small_or_medium(support)}
    return {Indicator.EECO18.value: len(public), Indicator.EECO19.value: len(small)}
