"""The register of processing activities: what each purpose is, rests on and needs (Art. 30 GDPR)."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from wir.privacy.rules.purposes import Purpose


class RetentionRule(StrEnum):
    """From which fact the keeping of a purpose's data is counted."""

    MONTHS_AFTER_EXIT = "months_after_exit"
    MONTHS_AFTER_LAST_CONTACT = "months_after_last_contact"
    MONTHS_AFTER_MEMBERSHIP = "months_after_membership"
    YEARS_AFTER_LAST_PAYMENT = "years_after_last_payment"


@dataclass(frozen=True, slots=True)
class Retention:
    """How long the data of a purpose are kept; ``open`` where the controller has to decide, ``length`` is a proposal.

    ``length`` counts months, or years for ``YEARS_AFTER_LAST_PAYMENT``.
    """

    rule: RetentionRule
    length: int
    open: bool
    text: str

    def words(self, length: int) -> str:
        """Return in German how long the data are kept where it is decided to keep them so long."""
        if self.rule is RetentionRule.MONTHS_AFTER_EXIT and length == 0:
            return f"bis zum Austritt;{self.text.partition(';')[2]}"
        return f"{length} {self.text}"


@dataclass(frozen=True, slots=True)
class Processing:
    """One entry of the record of processing activities (Art. 30(1) GDPR); texts are German."""

    purpose: Purpose
    name: str
    aim: str
    on_consent: bool
    basis: str
    subjects: tuple[str, ...]
    data: tuple[str, ...]
    special: str
    receivers: tuple[str, ...]
    safeguards: tuple[str, ...]
    retention: Retention


@cache
def register() -> tuple[Processing, ...]:
    """Return every purpose with its legal basis, data, receivers, safeguards and retention, in order."""
    rows = sorted(_document()["purpose"], key=lambda row: row["order"])
    return tuple(_processing(row) for row in rows)


def processing_of(purpose: Purpose) -> Processing:
    """Return the register's entry for one purpose."""
    return next(entry for entry in register() if entry.purpose is purpose)


def on_consent() -> tuple[Purpose, ...]:
    """Return the purposes that rest on consent, in the order of the register."""
    return tuple(entry.purpose for entry in register() if entry.on_consent)


def counted_from_exit() -> tuple[Processing, ...]:
    """Return the entries whose data are kept for some time after a participant has left."""
    return tuple(one for one in register() if one.retention.rule is RetentionRule.MONTHS_AFTER_EXIT)


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads(files("wir.privacy.data").joinpath("register.toml").read_text("utf-8"))


def _processing(row: dict[str, Any]) -> Processing:
    kept = row["retention"]
    return Processing(
        purpose=Purpose(row["code"]),
        name=row["name"],
        aim=row["aim"],
        on_consent=row["basis"] == "consent",
        basis=row["basis_text"],
        subjects=tuple(row["subjects"]),
        data=tuple(row["data"]),
        special=row["special"],
        receivers=tuple(row["receivers"]),
        safeguards=tuple(row["safeguards"]),
        retention=Retention(
            rule=RetentionRule(kept["rule"]),
            length=kept["years"] if "years" in kept else kept["months"],
            open=kept["open"],
            text=kept["text"],
        ),
    )
