"""Figures of all networks, for the programme office: numbers without people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection


@dataclass(frozen=True, slots=True)
class Total:
    """A network's figure for one indicator and gender, as last summed up."""

    network: str
    indicator: str
    gender: str
    figure: int
    as_of: date


def programme_totals(today: date) -> list[Total]:
    """Return every network's figures; nothing for anybody who is not of the programme office on that day."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select network_name, indicator, gender, figure, as_of from monitoring_programme_totals(%s)",
            [today],
        )
        return [Total(*row) for row in cursor.fetchall()]
