"""What the desk's pages ask, across apps."""

from wir.desk.queries.case import CaseOverview, case_overview, file_by_number
from wir.desk.queries.cases import Caseload, CaseRow, Where, caseload
from wir.desk.queries.consent import (
    Controller,
    carrier_of,
    carriers_led_by,
    carriers_undecided,
    controller_of,
    disclosures_of,
    receivers_for,
    record_of,
    sharing_of,
)
from wir.desk.queries.day import Day, Figures, day_of_advisor, figures_of, total
from wir.desk.queries.staff import advisors_of, projects_in_reach
from wir.desk.queries.workload import loads_of, running_cases

__all__ = [
    "CaseOverview",
    "CaseRow",
    "Caseload",
    "Controller",
    "Day",
    "Figures",
    "Where",
    "advisors_of",
    "carrier_of",
    "carriers_led_by",
    "carriers_undecided",
    "case_overview",
    "caseload",
    "controller_of",
    "day_of_advisor",
    "disclosures_of",
    "figures_of",
    "file_by_number",
    "loads_of",
    "months_of",
    "projects_in_reach",
    "receivers_for",
    "record_of",
    "running_cases",
    "sharing_of",
    "total",
]
