"""Residence status as it stands on papers and in lists."""

from datetime import date

import pytest

from wir.people.rules.cells import StatusOnPaper, read_status
from wir.people.rules.facts import ResidenceStatus
from wir.people.rules.raw import Cell
from wir.people.rules.readings import ProblemCode, Reading

TODAY = date(2026, 11, 24)
AE, NE, FIKTION, GESTATTUNG, DULDUNG = (
    ResidenceStatus.AUFENTHALTSERLAUBNIS,
    ResidenceStatus.NIEDERLASSUNGSERLAUBNIS,
    ResidenceStatus.FIKTIONSBESCHEINIGUNG,
    ResidenceStatus.AUFENTHALTSGESTATTUNG,
    ResidenceStatus.DULDUNG,
)


@pytest.mark.parametrize(
    ("cell", "status", "basis"),
    [
        ("Duldung", DULDUNG, None),
        ("geduldet", DULDUNG, None),
        ("Duldung § 60a", DULDUNG, "AufenthG:60a"),
        ("Duldung nach § 60a Abs. 2 S. 1", DULDUNG, "AufenthG:60a:2:1"),
        ("Duldung (§ 60a Abs. 2 Satz 3 AufenthG)", DULDUNG, "AufenthG:60a:2:3"),
        ("60 a", DULDUNG, "AufenthG:60a"),
        ("Duldung light/60b", DULDUNG, "AufenthG:60b"),
        ("Duldung light", DULDUNG, "AufenthG:60b"),
        ("Duldung § 60b Abs. 1 AufenthG", DULDUNG, "AufenthG:60b:1"),
        ("Ausbildungsduldung", DULDUNG, "AufenthG:60c"),
        ("Beschäftigungsduldung", DULDUNG, "AufenthG:60d"),
        ("AE 25 III", AE, "AufenthG:25:3"),
        ("AE § 25 Abs. 2", AE, "AufenthG:25:2"),
        ("Aufenthaltserlaubnis nach § 25 Abs. 4a Satz 1", AE, "AufenthG:25:4a:1"),
        ("AE § 25 a Abs. 1", AE, "AufenthG:25a:1"),
        ("Aufenthaltstitel § 25 V", AE, "AufenthG:25:5"),
        ("25.3", AE, "AufenthG:25:3"),
        (25.3, AE, "AufenthG:25:3"),
        ("25/3", AE, "AufenthG:25:3"),
        ("25 (3)", AE, "AufenthG:25:3"),
        ("AE § 22 S. 2", AE, "AufenthG:22:-:2"),
        ("§ 16g Abs. 1 S. 1 Nr. 2", AE, "AufenthG:16g:1:1:2"),
        ("Chancenaufenthalt § 104c", AE, "AufenthG:104c"),
        ("§24", AE, "AufenthG:24"),
        ("§ 24 AufenthG", AE, "AufenthG:24"),
        (24.0, AE, "AufenthG:24"),
        ("Gestattung", GESTATTUNG, "AsylG:55:1"),
        ("Aufenthaltsgestattung", GESTATTUNG, "AsylG:55:1"),
        ("Gestattung § 63 AsylG", GESTATTUNG, "AsylG:55:1"),
        ("NE", NE, None),
        ("Niederlassungserlaubnis § 9", NE, "AufenthG:9"),
        ("NE 26 III S. 3", NE, "AufenthG:26:3:3"),
        ("Aufenthaltstitel § 26 Abs. 4", NE, "AufenthG:26:4"),
        ("Fiktion § 81 IV", FIKTION, "AufenthG:81:4"),
        ("Fiktionsbescheinigung 81 Abs. 3", FIKTION, "AufenthG:81:3"),
    ],
)
def test_status_and_legal_basis_are_read_as_papers_name_them(
    cell: Cell, status: ResidenceStatus, basis: str | None
) -> None:
    reading = read_status(cell, today=TODAY)

    assert (reading.value, reading.doubt) == (StatusOnPaper(status, basis), None)


def test_the_half_of_a_provision_is_kept_beside_the_reference() -> None:
    assert read_status("25 II 1. Alt", today=TODAY).value == StatusOnPaper(AE, "AufenthG:25:2", 1)
    assert read_status("AE § 25 Abs. 2 Satz 1 2. Alt. AufenthG", today=TODAY).value == StatusOnPaper(
        AE, "AufenthG:25:2:1", 2
    )


def test_a_fiktionsbescheinigung_keeps_the_title_behind_it() -> None:
    assert read_status("Fiktionsbescheinigung § 81 Abs. 4 (25 II)", today=TODAY) == Reading(
        StatusOnPaper(FIKTION, "AufenthG:81:4", None, "AufenthG:25:2"),
        original="Fiktionsbescheinigung § 81 Abs. 4 (25 II)",
    )


def test_a_day_beside_the_status_is_the_last_day_of_validity() -> None:
    assert read_status("Duldung bis 31.12.2026", today=TODAY) == Reading(
        StatusOnPaper(DULDUNG, valid_until=date(2026, 12, 31)), original="Duldung bis 31.12.2026"
    )


@pytest.mark.parametrize(
    ("cell", "value", "code", "params"),
    [
        ("AE", StatusOnPaper(AE), ProblemCode.LEGAL_BASIS_MISSING, ()),
        ("Fiktion", StatusOnPaper(FIKTION), ProblemCode.LEGAL_BASIS_MISSING, ()),
        ("Duldung 25 III", StatusOnPaper(DULDUNG), ProblemCode.STATUS_CONTRADICTS_BASIS, "AufenthG:25:3"),
        ("AE 26 III", StatusOnPaper(AE), ProblemCode.STATUS_CONTRADICTS_BASIS, "AufenthG:26:3"),
        (
            "AE § 25 Abs. 3 i.V.m. § 60 Abs. 5",
            StatusOnPaper(AE, "AufenthG:25:3"),
            ProblemCode.STATUS_PARTLY_READ,
            (("rest", "60 abs 5"),),
        ),
        (
            "Duldung abgelaufen",
            StatusOnPaper(DULDUNG),
            ProblemCode.STATUS_PARTLY_READ,
            (("rest", "abgelaufen"),),
        ),
        ("anerkannt", StatusOnPaper(AE, "AufenthG:25:2", 1), ProblemCode.STATUS_INFERRED, ()),
        ("subsidiärer Schutz", StatusOnPaper(AE, "AufenthG:25:2", 2), ProblemCode.STATUS_INFERRED, ()),
        ("Ankunftsnachweis", StatusOnPaper(GESTATTUNG, "AsylG:55:1"), ProblemCode.STATUS_INFERRED, ()),
        ("Visum", None, ProblemCode.STATUS_UNKNOWN, ()),
        ("abgelehnt", None, ProblemCode.STATUS_UNKNOWN, ()),
        ("=B2", None, ProblemCode.FORMULA, ()),
    ],
)
def test_a_status_in_doubt_keeps_what_was_understood(
    cell: str,
    value: StatusOnPaper | None,
    code: ProblemCode,
    params: tuple[tuple[str, str], ...] | str,
) -> None:
    expected = (("left_out", params),) if isinstance(params, str) else params

    assert read_status(cell, today=TODAY) == Reading(value, code, cell, expected)
