"""The same list from the command line: a look by default, written only with --confirm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from python_calamine import CalamineWorkbook

from tests.cast import AskAs
from wir.accounts.models import User
from wir.network.models import Project
from wir.people import queries
from wir.people.cli import people
from wir.people.models import ListPreview
from wir.people.tests.make import LIST, clock_stands, workbook


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with clock_stands():
        yield


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="cp1252")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(people, ["import", *map(str, arguments)])


def test_without_confirm_it_says_what_would_happen_and_keeps_nothing(
    file: Path, hafen: Project, ada: User, acting_as: AskAs
) -> None:
    result = run(file, "--project", "hafen")

    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[-1] == "2 würden übernommen (mit --confirm), 0 schon bekannt, 1 abgelehnt."
    assert any(line.startswith("Zeile 4: ") and "Der Name fehlt." in line for line in lines)
    with acting_as(ada) as actor:
        assert not queries.people_for(actor).exists()
        assert not ListPreview.objects.exists()


def test_with_confirm_the_people_are_there_and_a_second_run_knows_them(
    file: Path, hafen: Project, ada: User, acting_as: AskAs
) -> None:
    first = run(file, "--project", "hafen", "--confirm")
    second = run(file, "--project", "hafen", "--confirm")

    assert first.output.splitlines()[-1] == "2 übernommen, 0 schon bekannt, 1 abgelehnt."
    assert second.output.splitlines()[-1] == "0 übernommen, 2 schon bekannt, 1 abgelehnt."
    with acting_as(ada) as actor:
        files = queries.people_for(actor).select_related("identity")
        assert sorted(one.identity.full_name() for one in files) == [
            "Al-Hassan, Ahmad",
            "O'Brien-Müller, Zoë",
        ]


def test_refused_rows_are_written_to_a_spreadsheet(file: Path, hafen: Project, tmp_path: Path) -> None:
    refused = tmp_path / "abgelehnt.xlsx"

    run(file, "--project", "hafen", "--refused", refused)

    rows = CalamineWorkbook.from_path(str(refused)).get_sheet_by_index(0).to_python()
    assert (len(rows), rows[0][-1]) == (2, "Grund")


def test_an_unknown_sub_project_is_named(file: Path, hafen: Project) -> None:
    result = run(file, "--project", "werft")

    assert result.exit_code == 1
    assert "Kein Teilprojekt heißt „werft“. Bitte prüfen Sie den Kurznamen" in result.output


def test_a_file_that_is_no_list_is_refused_with_its_name(tmp_path: Path, hafen: Project) -> None:
    broken = tmp_path / "liste.xlsx"
    broken.write_bytes(workbook([["Name"], ["Test"]])[:-200])

    result = run(broken, "--project", "hafen", "--confirm")

    assert result.exit_code == 1
    assert "„liste.xlsx“ ist beschädigt." in result.output


def test_a_file_that_does_not_exist_is_refused(tmp_path: Path, hafen: Project) -> None:
    assert run(tmp_path / "fehlt.csv", "--project", "hafen").exit_code == 2
