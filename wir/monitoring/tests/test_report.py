from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.kit.acting import acting
from wir.monitoring import queries
from wir.monitoring.models import Participation
from wir.monitoring.queries import figures
from wir.monitoring.queries.facts import SUPPORTED, derived
from wir.monitoring.rules.programme_rate import Denominator, Outcome, programme_rate
from wir.monitoring.rules.totals import Count
from wir.monitoring.tests.asking import report_for
from wir.monitoring.tests.make import (
    make_participant,
    person_of,
)
from wir.network.actions import as_network_job
from wir.network.models import Project
from wir.privacy.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SignIn = Callable[[User], Client]


def test_the_report_counts_by_gender_and_says_what_is_missing(
    some_of_each: list[Stay], ada: User, acting_as: AskAs
) -> None:
    report = report_for(ada, acting_as)

    assert report.totals["EECO01"] == Count(female=1, male=2)
    assert report.totals["EECO03"].total == 3
    assert report.totals["EECO05"].total == 0
    assert report.totals["EECR04"] == Count(male=1)
    assert report.states == {"reported": 3, "incomplete": 1, "not_participant": 1}
    assert report.exit_states == {"open": 3, "final": 1}
    assert report.codes == {"V-COMPLETE:entry_emp": 1, "V-COMPLETE:isced": 1}
    assert (report.broken, report.anew) == ((), False)


def test_a_participant_of_two_carriers_counts_once_in_the_network_and_in_each_sub_project(
    some_of_each: list[Stay], dora: User, hafen: Project, turm: Project, acting_as: AskAs
) -> None:
    assert report_for(dora, acting_as).totals["EECO01"].total == 4
    assert report_for(dora, acting_as, project=hafen).totals["EECO01"].total == 3
    assert report_for(dora, acting_as, project=turm).totals["EECO01"].total == 2


def test_stored_and_derived_anew_are_the_same_report(
    some_of_each: list[Stay], dora: User, acting_as: AskAs
) -> None:
    stored = report_for(dora, acting_as)
    with acting(as_network_job(some_of_each[0].network_id)):  # as if the nightly job were late
        Participation.objects.filter(state="incomplete").update(next_change_on=TODAY)

    anew = report_for(dora, acting_as)

    assert (stored.anew, anew.anew) == (False, True)
    for name in ("totals", "states", "exit_states", "codes", "rates"):
        assert getattr(stored, name) == getattr(anew, name), name


def test_the_rate_is_the_one_of_the_pure_rule_and_names_what_it_divides(
    some_of_each: list[Stay], dora: User, acting_as: AskAs
) -> None:
    rates = report_for(dora, acting_as).rates
    with acting_as(dora) as actor:
        ids = list(Participation.objects.visible_to(actor).values_list("pk", flat=True))
        placed = [one.placed for one in derived(ids, as_of=TODAY) if one.participation.state in SUPPORTED]

    for rate in rates:
        assert rate == programme_rate(placed, denominator=rate.definition, as_of=TODAY)
    entrants, leavers = rates
    assert (entrants.definition, entrants.numerator, entrants.denominator) == (Denominator.ENTRANTS, 2, 5)
    assert dict(entrants.outcomes) == {Outcome.TRAINING: 1, Outcome.WORK: 1, Outcome.SCHOOL: 0}
    assert (leavers.numerator, leavers.denominator) == (1, 2)


def test_a_report_of_an_earlier_day_knows_only_what_had_happened(
    some_of_each: list[Stay], dora: User, acting_as: AskAs
) -> None:
    in_the_window = report_for(dora, acting_as, as_of=date(2026, 6, 28))
    after_it = report_for(dora, acting_as, as_of=date(2026, 6, 29))
    before_entry = report_for(dora, acting_as, as_of=date(2026, 3, 1))

    assert in_the_window.anew
    assert in_the_window.totals["EECR04"].total == 0
    assert in_the_window.exit_states["provisional"] == 2
    assert after_it.totals["EECR04"].total == 1
    assert (before_entry.people, before_entry.totals["EECO01"].total) == (0, 0)


def test_too_many_participants_are_refused_for_another_day(
    *,
    some_of_each: list[Stay],
    dora: User,
    acting_as: AskAs,
    sign_in: SignIn,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(figures, "MOST_DERIVED", 2)

    with pytest.raises(queries.TooMany, match="6"):
        report_for(dora, acting_as, as_of=date(2026, 10, 1))
    browser = sign_in(dora)
    page = browser.get("/bericht/?day=2026-10-01")
    assert "hier sind es 6" in page.content.decode()
    assert browser.get("/bericht/xlsx/?day=2026-10-01")["Location"] == "/bericht/"
    assert browser.get("/bericht/EECO01/?day=2026-10-01").status_code == 200


def test_a_stranger_finds_nothing(yusufs_stay: Stay, cem: User, sign_in: SignIn) -> None:
    browser = sign_in(cem)

    assert "Bis zu diesem Tag ist niemand eingetreten" in browser.get("/bericht/").content.decode()
    assert "NORD" not in browser.get("/bericht/EECO01/").content.decode()
    project = yusufs_stay.project_id
    assert browser.get(f"/bericht/?project={project}").context["report"].people == 0
    assert browser.get("/bericht/EECO99/").status_code == 404
    assert browser.get("/bericht/EECO01/?gender=everybody").status_code == 404


def test_a_day_in_the_future_is_refused_in_words(yusufs_stay: Stay, ada: User, sign_in: SignIn) -> None:
    page = sign_in(ada).get("/bericht/?day=2026-11-25")

    assert page.status_code == 422
    assert (
        "Der 25.11.2026 liegt in der Zukunft. Geben Sie heute oder einen früheren Tag an."
        in page.content.decode()
    )
    assert page.context["report"] is None


def test_the_spreadsheet_holds_figures_states_participants_and_parameters(
    some_of_each: list[Stay], dora: User, sign_in: SignIn
) -> None:
    response = sign_in(dora).get("/bericht/xlsx/")

    assert response["Content-Disposition"] == 'attachment; filename="esf-plus-2026-11-24.xlsx"'
    book = CalamineWorkbook.from_filelike(BytesIO(response.content))
    assert book.sheet_names == ["Zahlen", "Stände", "Teilnehmende", "Parameter"]
    figures_sheet = book.get_sheet_by_name("Zahlen").to_python()
    assert figures_sheet[1] == ["EECO01", "Gesamtzahl der Teilnehmenden", 1, 3, 0, 4]
    people = book.get_sheet_by_name("Teilnehmende").to_python()
    assert [row[0] for row in people[1:]] == [f"NORD-{number:05}" for number in (1, 2, 3, 4, 5, 6)]
    assert "EECO12" not in people[0]
    assert people[3][-1] == "Erwerbsstatus am Tag des Eintritts fehlt; Höchster Bildungsstand fehlt"
    assert people[1][3] == date(2026, 3, 2)
    parameters = {str(row[0]): row[1] for row in book.get_sheet_by_name("Parameter").to_python()}
    assert (parameters["code"], parameters["version"], parameters["minimum_hours"]) == ("EC", "1", "8")
    assert b"Demir" not in response.content


def test_a_download_is_written_down(yusufs_stay: Stay, dora: User, sign_in: SignIn, acting_as: AskAs) -> None:
    sign_in(dora).get("/bericht/xlsx/")

    with acting_as(dora):
        line = AuditEntry.objects.get(verb="monitoring.report_downloaded")
    assert (line.actor_id, line.detail) == (dora.pk, {"project": None, "as_of": "2026-11-24"})


def test_the_pages_cost_the_same_however_many_participants(
    yusufs_stay: Stay, hafen: Project, ada: User, sign_in: SignIn, queries_stay_flat: Callable[..., None]
) -> None:
    browser = sign_in(ada)
    names = iter(
        [
            "Amina",
            "Selam",
            "Karim",
            "Omar",
            "Leyla",
            "Tesfay",
            "Olena",
            "Hassan",
            "Mariam",
            "Fatima",
            "Idris",
            "Said",
        ]
    )

    def add_row() -> None:
        make_participant(hafen, ada, given_names=next(names))

    queries_stay_flat(lambda: browser.get("/bericht/"), add_row)
    # one of the thirteen is the suite's own: in its transaction the actor of before is told again
    queries_stay_flat(lambda: browser.get("/bericht/EECO01/"), add_row, at_most=12)
    url = f"/faelle/{person_of(yusufs_stay).pk}/monitoring/"
    queries_stay_flat(lambda: browser.get(url), add_row, at_most=12)
