"""The report's figures as tables, every one leading to the people behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from urllib.parse import quote

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from wir.kit.templatetags.cells import Cell, Column, Part, Quiet, Table, To
from wir.monitoring.forms.reasons import label_of
from wir.monitoring.forms.words import DENOMINATORS, EXIT_STATES, GENDERS, INDICATORS, OUTCOMES, STATES
from wir.monitoring.queries import Report
from wir.monitoring.rules.programme_rate import Outcome, Rate
from wir.monitoring.rules.totals import Count, Totals
from wir.monitoring.rules.vocabulary import FOR_ENTITIES, ExitState, Gender, Indicator, State

OUTPUTS = [one for one in Indicator if one.startswith("EECO") and one not in FOR_ENTITIES]
RESULTS = [one for one in Indicator if one.startswith("EECR")]


@dataclass(frozen=True, slots=True)
class Ways:
    """Ways from a figure to those behind it; ``query`` is what the report was asked for."""

    query: str

    def to(self, key: str, number: int, gender: str = "") -> Part:
        """Return the figure as a link; nobody is behind a nought."""
        if not number:
            return 0
        asked = "&".join(filter(None, [f"gender={gender}" if gender else "", self.query]))
        return To(number, f"{_behind(key)}?{asked}")


@lru_cache(maxsize=256)
def _behind(key: str) -> str:
    return reverse("monitoring:behind", args=[key])


def indicator_tables(totals: Totals, ways: Ways | None = None) -> list[Table]:
    """Return output and result indicators, by gender and in total."""
    return [
        _indicators(_("Output indicators: on the day of entry"), OUTPUTS, totals, ways),
        _indicators(_("Result indicators: after leaving"), RESULTS, totals, ways),
    ]


def states_table(report: Report, ways: Ways) -> Table:
    """Return how many participations are in which state, also after leaving."""
    counted = [
        *((str(STATES[one]), one, report.states) for one in State),
        *((str(EXIT_STATES[one]), one, report.exit_states) for one in ExitState),
    ]
    return _counted(_("States"), [(label, key, of.get(key.value, 0)) for label, key, of in counted], ways)


def checks_table(report: Report, ways: Ways) -> Table | None:
    """Return what is missing or striking, by code; None where nothing is."""
    counted = [(label_of(code), code, number) for code, number in sorted(report.codes.items())]
    return _counted(_("Missing and striking"), counted, ways) if counted else None


def rates_table(rates: Sequence[Rate], ways: Ways) -> Table:
    """Return the placement rate of the programme, one column for each denominator."""
    rows: list[Sequence[Cell]] = [
        [str(OUTCOMES[outcome]), *(_share(rate, outcome, ways) for rate in rates)] for outcome in Outcome
    ]
    rows.append([_("Placed (numerator)"), *(rate.numerator for rate in rates)])
    denominators = (ways.to(rate.definition.value, rate.denominator) for rate in rates)
    rows.append([_("Participants (denominator)"), *denominators])
    heads = [Column(label=DENOMINATORS[rate.definition], figures=True) for rate in rates]
    return Table(
        caption=_("Placement rate of the programme"),
        columns=[Column(label=_("Outcome")), *heads],
        rows=rows,
        total=[_("Rate"), *(None if rate.share is None else _percent(rate.share) for rate in rates)],
    )


def networks_table(figures: Mapping[str, Mapping[str, int]]) -> Table:
    """Return participants and results, one row for each network, whose name leads to its own figures."""
    heads = [Column(label=_("Participants"), figures=True)]
    heads += [Column(label=one.value, figures=True) for one in RESULTS]
    shown = [Indicator.EECO01, *RESULTS]
    return Table(
        caption=_("Network by network"),
        columns=[Column(label=_("Network")), *heads],
        rows=[
            [To(name, f"?name={quote(name)}"), *(of.get(one, 0) for one in shown)]
            for name, of in sorted(figures.items())
        ],
    )


def _indicators(caption: str, indicators: Iterable[Indicator], totals: Totals, ways: Ways | None) -> Table:
    genders = [Column(label=capfirst(str(GENDERS[one])), figures=True) for one in Gender]
    return Table(
        caption=caption,
        columns=[
            Column(label=_("Indicator")),
            *genders,
            Column(label=_("Total"), figures=True, sums=True),
        ],
        rows=[_indicator(one, totals[one], ways) for one in indicators],
    )


def _indicator(indicator: Indicator, count: Count, ways: Ways | None) -> list[Cell]:
    numbers = count.as_json()
    name = f"{indicator.value} {INDICATORS[indicator]}"
    if ways is None:
        return [name, *(numbers[gender] for gender in Gender), count.total]
    code = indicator.value
    by_gender = (ways.to(code, numbers[gender], gender.value) for gender in Gender)
    return [name, *by_gender, ways.to(code, count.total)]


def _counted(caption: str, counted: Iterable[tuple[str, StrEnum | str, int]], ways: Ways) -> Table:
    return Table(
        caption=caption,
        columns=[Column(label=caption), Column(label=_("Participants"), figures=True)],
        rows=[[capfirst(label), ways.to(str(key), number)] for label, key, number in counted],
    )


def _share(rate: Rate, outcome: Outcome, ways: Ways) -> Cell:
    figure = ways.to(f"{rate.definition}:{outcome}", dict(rate.outcomes)[outcome])
    return (figure, Quiet(f"({_percent(rate.share_of(outcome) or Fraction())})"))


def _percent(share: Fraction) -> str:
    return f"{number_format(float(share) * 100, 1)} %"
