"""What the desk's pages ask, across apps."""

from wir.desk.queries.case import CaseOverview, case_overview, file_by_number
from wir.desk.queries.cases import Caseload, CaseRow, Where, caseload
from wir.desk.queries.day import Day, Figures, day_of_advisor, figures_of, total
from wir.desk.queries.staff import advisors_of, projects_in_reach

__all__ = [
    "CaseOverview",
    "CaseRow",
    "Caseload",
    "Day",
    "Figures",
    "Where",
    "advisors_of",
    "case_overview",
    "caseload",
    "day_of_advisor",
    "figures_of",
    "file_by_number",
    "projects_in_reach",
    "total",
]
