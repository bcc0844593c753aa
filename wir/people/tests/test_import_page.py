"""A list comes in on the page: upload, look, confirm; nothing twice, nothing by halves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.kit import events
from wir.kit.acting import acting
from wir.network.actions import as_job
from wir.network.models import Project
from wir.people import actions, queries
from wir.people.events import PersonAdded
from wir.people.models import ListPreview, Person
from wir.people.queries.lists import RowState, look_at
from wir.people.tests.make import AHMAD, HEADER, LIST, NAMELESS, clock_stands, upload, workbook
from wir.privacy.models import AuditEntry

SignIn = Callable[[User], Client]
Flat = Callable[..., None]
EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with clock_stands():
        yield


@pytest.fixture
def browser(sign_in: SignIn, ada: User) -> Client:
    return sign_in(ada)


def uploaded(browser: Client, project: Project, content: bytes | str, name: str = "liste.csv") -> str:
    """Upload a list that can be read; return where it is looked at."""
    response = upload(browser, project, content, name)
    assert response.status_code == 302
    return response["Location"]


def taken_over(browser: Client, project: Project, content: bytes | str, name: str = "liste.csv") -> str:
    """Upload and confirm; return the address of the list."""
    here = uploaded(browser, project, content, name)
    assert browser.post(here, {"take_over": "all"})["Location"] == here
    return here


def names(acting_as: AskAs, user: User) -> list[str]:
    with acting_as(user) as actor:
        return sorted(
            one.identity.full_name() for one in queries.people_for(actor).select_related("identity")
        )


def test_before_confirmation_every_row_is_shown_and_nobody_is_written(
    browser: Client, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    page = browser.get(uploaded(browser, hafen, LIST)).content.decode()

    assert "2 Personen übernehmen" in page
    assert "Al-Hassan, Ahmad" in page
    assert "Aufenthaltserlaubnis § 25 Abs. 2 AufenthG" in page
    assert "O&#x27;Brien-Müller, Zoë" in page
    assert "Der Name fehlt. Tragen Sie ihn ein" in page
    assert "„Schuhgröße“" in page
    assert names(acting_as, ada) == []
    with acting_as(ada):
        assert not AuditEntry.objects.filter(verb="people.person_added").exists()


def test_after_confirmation_the_people_of_the_list_have_their_files(
    browser: Client, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    here = taken_over(browser, hafen, LIST)

    page = browser.get(here).content.decode()
    assert "2 Personen übernommen, 0 waren schon bekannt, 1 Zeilen abgelehnt." in page
    assert names(acting_as, ada) == ["Al-Hassan, Ahmad", "O'Brien-Müller, Zoë"]
    with acting_as(ada) as actor:
        ahmad = Person.objects.select_related("identity").get(identity__given_names="Ahmad")
        assert (ahmad.identity.birth_date, ahmad.gender) == (date(1990, 2, 1), "male")
        assert (ahmad.identity.phone, ahmad.identity.postcode) == ("+491713920012", "20095")
        assert (ahmad.nationalities, ahmad.origin) == (["SYR"], "list")
        assert ahmad.remarks == "Schuhgröße: 43"
        spoken = [(skill.language, skill.level) for skill in queries.languages_of(actor, ahmad.pk)]
        assert spoken == [("ar", "native"), ("de", "B1")]
        (paper,) = queries.residences_of(actor, ahmad.pk)
        assert (paper.status, paper.legal_basis, paper.from_on, paper.until_on) == (
            "aufenthaltserlaubnis", "AufenthG:25:2", TODAY, None,
        )  # fmt: skip


def test_after_confirmation_only_what_is_left_to_do_is_shown(browser: Client, hafen: Project) -> None:
    page = browser.get(taken_over(browser, hafen, LIST)).content.decode()

    assert "Abgelehnte Zeilen herunterladen" in page
    assert "Der Name fehlt" in page
    assert "Al-Hassan" not in page
    assert "übernehmen</span>" not in page


def test_the_same_list_again_creates_nobody_twice(
    browser: Client, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    taken_over(browser, hafen, LIST)
    again = uploaded(browser, hafen, LIST)

    assert "schon bekannt (2)" in browser.get(again).content.decode()
    browser.post(again)

    assert "0 Personen übernommen, 2 waren schon bekannt" in browser.get(again).content.decode()
    assert len(names(acting_as, ada)) == 2


def test_a_person_known_under_another_spelling_is_not_created_again(
    browser: Client, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    taken_over(browser, hafen, f"{HEADER}\n{AHMAD}")
    other = AHMAD.replace("Al-Hassan;Ahmad", "AL HASAN;Achmad")

    taken_over(browser, hafen, f"{HEADER}\n{other}")

    assert names(acting_as, ada) == ["Al-Hassan, Ahmad"]


def test_refused_rows_are_downloaded_corrected_and_taken(
    browser: Client, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    here = taken_over(browser, hafen, LIST)

    download = browser.get(f"{here}abgelehnt/")
    assert download["Content-Disposition"] == 'attachment; filename="abgelehnte-zeilen.xlsx"'
    rows = CalamineWorkbook.from_filelike(BytesIO(download.content)).get_sheet_by_index(0).to_python()
    assert (len(rows), rows[0][-1], rows[0][:3]) == (2, "Grund", ["Name", "Vorname", "geb. am"])
    assert "Der Name fehlt" in str(rows[1][-1])

    rows[1][:2] = ["Haddad", "Omar"]
    taken_over(browser, hafen, workbook(rows), "abgelehnte-zeilen.xlsx")

    assert names(acting_as, ada) == ["Al-Hassan, Ahmad", "Haddad, Omar", "O'Brien-Müller, Zoë"]
    with acting_as(ada):
        assert Person.objects.get(identity__given_names="Omar").remarks == ""
        read = AuditEntry.objects.get(verb="people.refused_rows_downloaded")
        assert (read.kind, read.detail["number"]) == ("read", 1)


def test_confirming_twice_writes_nothing_the_second_time(
    browser: Client, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    here = taken_over(browser, hafen, LIST)
    with acting_as(ada):
        before = AuditEntry.objects.count()

    page = browser.post(here, follow=True).content.decode()

    assert "Diese Liste war schon übernommen. Es wurde nichts ein zweites Mal gespeichert." in page
    with acting_as(ada):
        assert AuditEntry.objects.count() == before
    assert len(names(acting_as, ada)) == 2


def test_a_failure_in_row_50_leaves_nobody(
    browser: Client, ada: User, hafen: Project, acting_as: AskAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [f"Nord;{chr(65 + n % 26)}ert{chr(97 + n // 26)};{1 + n % 28}.1.1990" for n in range(60)]
    here = uploaded(browser, hafen, "\n".join(["Name;Vorname;geb.", *rows]))
    added: list[PersonAdded] = []

    def fail_at_50(event: PersonAdded) -> None:
        added.append(event)
        if len(added) == 50:
            raise RuntimeError("the fiftieth row")

    monkeypatch.setitem(events._reactions, PersonAdded, [fail_at_50])
    browser.raise_request_exception = False
    assert browser.post(here).status_code == 500

    assert len(added) == 50
    assert names(acting_as, ada) == []
    with acting_as(ada):
        assert ListPreview.objects.get().confirmed_at is None
        assert not AuditEntry.objects.filter(verb="people.person_added").exists()
    monkeypatch.setitem(events._reactions, PersonAdded, [])
    browser.post(here)
    assert len(names(acting_as, ada)) == 60


@pytest.mark.parametrize("stranger", ["bela", "cem", "dora", "emil"])
def test_strangers_find_no_list(
    browser: Client, sign_in: SignIn, hafen: Project, stranger: str, request: pytest.FixtureRequest
) -> None:
    here = uploaded(browser, hafen, LIST)
    other = sign_in(request.getfixturevalue(stranger))

    assert other.get(here).status_code == 404
    assert other.post(here).status_code == 404
    assert other.get(f"{here}abgelehnt/").status_code == 404
    assert browser.get(here).status_code == 200


def test_nobody_uploads_into_a_sub_project_of_others(
    browser: Client, turm: Project, bela: User, acting_as: AskAs
) -> None:
    response = upload(browser, turm, LIST)

    assert response.status_code == 422
    assert f"In einem Teilprojekt „{turm.pk}“ arbeiten Sie nicht." in response.content.decode()
    with acting_as(bela):
        assert not ListPreview.objects.exists()


def test_a_coordinator_is_told_that_advisors_bring_people_in(sign_in: SignIn, dora: User) -> None:
    page = sign_in(dora).get(reverse("people:upload")).content.decode()

    assert "Sie arbeiten in keinem Teilprojekt" in page
    assert 'type="file"' not in page


def test_rows_can_be_narrowed_to_what_happens_with_them(browser: Client, hafen: Project) -> None:
    here = uploaded(browser, hafen, LIST)

    refused = browser.get(f"{here}?state=refused").content.decode()
    new = browser.get(f"{here}?state=new").content.decode()

    assert ("Al-Hassan" in refused, "Der Name fehlt" in refused) == (False, True)
    assert ("Al-Hassan" in new, "Der Name fehlt" in new) == (True, False)
    assert browser.get(f"{here}?state=nonsense&page=99").status_code == 200


def test_rows_in_which_something_is_refused_or_unclear_stand_first(browser: Client, hafen: Project) -> None:
    unclear = "Sharif;Layla;31.2.1991;w;Iran;;;;;;"

    page = browser.get(
        uploaded(browser, hafen, "\n".join([HEADER, AHMAD, unclear, NAMELESS]))
    ).content.decode()

    assert page.index("Der Name fehlt") < page.index("Sharif, Layla") < page.index("Al-Hassan, Ahmad")
    assert "davon mit Unklarheiten" in page


def test_the_pages_of_lists_cost_the_same_however_many_rows(
    browser: Client, hafen: Project, queries_stay_flat: Flat
) -> None:
    lists: list[str] = []

    def longer() -> None:
        rows = [f"Nord;{'a' * (n + 1)};{n + 1}.1.1990" for n in range(5 * len(lists) + 2)]
        lists.append(uploaded(browser, hafen, "\n".join(["Name;Vorname;geb.", *rows])))

    queries_stay_flat(lambda: browser.get(lists[-1]), longer)
    queries_stay_flat(lambda: browser.get(reverse("people:upload")), longer)


@pytest.mark.parametrize(
    ("name", "new", "refused", "unclear"),
    [
        ("hafen", 60, 2, 0),
        ("elbe", 60, 1, 0),
        ("foerde", 61, 1, 1),
        ("allgaeu", 60, 0, 0),
        ("donau", 60, 0, 0),
    ],
)
def test_the_example_lists_are_understood(
    hafen: Project, name: str, new: int, refused: int, unclear: int
) -> None:
    actor = as_job(hafen)
    content = (EXAMPLES / f"{name}.csv").read_bytes()
    with acting(actor):
        preview = actions.preview_list(project=hafen, content=content, name=f"{name}.csv", actor=actor)
        look = look_at(actor, preview, today=TODAY)

    assert [len(look.of_state(state)) for state in RowState] == [new, 0, refused]
    assert len([row for row in look.rows if row.unclear]) == unclear
