"""The report as sheets of a spreadsheet: figures, states, participants by case number, parameters."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from wir.monitoring.adapters.workbook import Sheet, Value
from wir.monitoring.forms.reasons import in_words, label_of
from wir.monitoring.forms.words import (
    DENOMINATORS,
    EXIT_STATES,
    GENDERS,
    GENDERS_OF_ONE,
    INDICATORS,
    OUTCOMES,
    STATES,
)
from wir.monitoring.queries import Behind, Report, Total
from wir.monitoring.rules.vocabulary import (
    FOR_ENTITIES,
    SPECIAL_CATEGORY,
    ExitState,
    Gender,
    Indicator,
    State,
)

OF_PEOPLE = [one for one in Indicator if one not in FOR_ENTITIES]
SHOWN_OF_ONE = [one for one in OF_PEOPLE if one not in SPECIAL_CATEGORY]


def sheets_of_report(report: Report, participants: list[Behind]) -> list[Sheet]:
    """Return the sheets of a report; special categories (Art. 9 GDPR) are in the sums alone."""
    people = _participants(participants)
    return [_figures(report), _states(report), people, _parameters(report, people)]


def sheets_of_programme(totals: Iterable[Total], today: date) -> list[Sheet]:
    """Return the figures of all networks, one row each."""
    rows: defaultdict[tuple[str, str, date], dict[str, int]] = defaultdict(dict)
    for one in totals:
        rows[one.network, one.indicator, one.as_of][one.gender] = one.figure
    return [
        Sheet(
            _("Figures"),
            [_("Network"), _("Indicator"), _("Name"), *map(str, GENDERS.values()), _("total"), _("As of")],
            [
                [
                    network,
                    indicator,
                    label_of(indicator),
                    *(by_gender.get(gender, 0) for gender in Gender),
                    sum(by_gender.values()),
                    as_of,
                ]
                for (network, indicator, as_of), by_gender in sorted(rows.items())
            ],
        ),
        Sheet(_("Parameters"), [_("Parameter"), _("Value")], [[_("Downloaded on"), today]]),
    ]


def _figures(report: Report) -> Sheet:
    rows: list[list[Value]] = []
    for indicator in OF_PEOPLE:
        count = report.totals[indicator]
        rows.append(
            [
                indicator.value,
                str(INDICATORS[indicator]),
                count.female,
                count.male,
                count.non_binary,
                count.total,
            ]
        )
    headings = [_("Indicator"), _("Name"), *map(str, GENDERS.values()), _("total")]
    return Sheet(_("Figures"), headings, rows)


def _states(report: Report) -> Sheet:
    rows: list[list[Value]] = []
    rows += [[_("State"), str(STATES[one]), report.states.get(one, 0)] for one in State]
    rows += [[_("Exit"), str(EXIT_STATES[one]), report.exit_states.get(one, 0)] for one in ExitState]
    rows += [[_("Check"), label_of(code), number] for code, number in sorted(report.codes.items())]
    numerator, denominator = _("numerator"), _("denominator")
    for rate in report.rates:
        about = str(DENOMINATORS[rate.definition])
        rows += [[_("Programme rate"), f"{OUTCOMES[one]}, {about}", number] for one, number in rate.outcomes]
        rows.append([_("Programme rate"), f"{numerator}, {about}", rate.numerator])
        rows.append([_("Programme rate"), f"{denominator}, {about}", rate.denominator])
    return Sheet(_("States"), [_("Kind"), _("Name"), _("Number")], rows)


def _participants(participants: list[Behind]) -> Sheet:
    headings = [
        _("Case number"), _("Sub-project"), _("Gender"), _("Entry"), _("Exit"), _("State"), _("After leaving"),
        *(one.value for one in SHOWN_OF_ONE), _("Missing or striking"),
    ]  # fmt: skip
    return Sheet(_("Participants"), headings, [_participant(one) for one in participants])


def _participant(one: Behind) -> list[Value]:
    notes = [in_words(trace) for trace in one.traces if trace["code"] not in set(Indicator)]
    return [
        one.case_number,
        ", ".join(one.projects),
        str(GENDERS_OF_ONE[Gender(one.gender)]) if one.gender else "",
        one.entered_on,
        one.exited_on,
        str(STATES[State(one.state)]),
        str(EXIT_STATES[ExitState(one.exit_state)]) if one.exit_state else "",
        *(1 if indicator in one.indicators else 0 for indicator in SHOWN_OF_ONE),
        "; ".join(notes),
    ]


def _parameters(report: Report, people: Sheet) -> Sheet:
    """Everything needed to make the report again, and a mark of the data it was made from."""
    digest = hashlib.sha256(repr(people.rows).encode()).hexdigest()
    rows: list[list[Value]] = [[_("As of"), report.as_of], [_("Participations"), report.people]]
    rows += [[name, str(value)] for name, value in report.profile.parameters().items()]
    rows.append([_("Checksum of the sheet “Participants” (SHA-256)"), digest])
    return Sheet(_("Parameters"), [_("Parameter"), _("Value")], rows)
