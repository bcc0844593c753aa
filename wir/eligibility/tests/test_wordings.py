"""Sentences in the participants' languages: a language is offered whole, released by somebody, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.eligibility import actions, queries
from wir.eligibility.actions import DecisionProblem, commands
from wir.eligibility.models import SentenceRelease
from wir.eligibility.rules import Activity
from wir.eligibility.rules.spoken import lines_of
from wir.network.models import Network
from wir.people.models import Person

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
PAGE = "/arbeitserlaubnis/sprachen/"
CODE = "reason.title_allows_work"
ALL = (
    *("said.answer", "said.yes", "said.why", "said.wait", "said.ask", "said.no_advice"),
    CODE,
)
"""Everything that is said to a recognised refugee."""
CHECKED: dict[str, Any] = {
    "released_by": "A. Muster, Rechtsanwältin",
    "released_on": TODAY,
    "for_demonstration": False,
}
HERE = {"language": "ar", "kind": "reason", "code": CODE}
SELF: dict[str, str] = {
    "activity": "employment_unskilled",
    "paper": "aufenthaltserlaubnis",
    "age": "yes",
    "country": "other",
    "basis": "AufenthG:25:2",
    "note": "unsure",
}


def enter(network: Network, dora: User, acting_as: AskAs, codes: tuple[str, ...] = ALL, **more: Any) -> None:
    with acting_as(dora) as actor:
        for code in codes:
            place: dict[str, Any] = {"network_id": network.pk, "code": code, "language": "ar"}
            actions.propose_wording(**place, text=f"عربي {code}", today=TODAY, actor=actor)
            actions.release_sentence(**place, **(CHECKED | more), actor=actor)


def test_the_coordinator_enters_releases_and_withdraws_a_sentence(
    dora: User, north: Network, sign_in: SignIn, acting_as: AskAs
) -> None:
    browser = sign_in(dora)

    assert browser.post(PAGE, HERE | {"text": " هذا مسموح. "}).status_code == 302
    assert "vorgeschlagen" in browser.get(PAGE, HERE).content.decode()
    released = {"released_by": "A. Muster, Rechtsanwältin", "released_on": "2026-11-23"}
    assert browser.post(f"{PAGE}freigeben/", HERE | released).status_code == 302
    with acting_as(dora):
        row = SentenceRelease.objects.get()
        assert (row.text, row.released_by, str(row.released_on)) == (
            *("هذا مسموح.", "A. Muster, Rechtsanwältin", "2026-11-23"),
        )
        assert not row.for_demonstration
    page = browser.get(PAGE, HERE).content.decode()
    assert ("A. Muster, Rechtsanwältin, 23.11.2026" in page, 'dir="rtl"' in page) == (True, True)

    assert browser.post(f"{PAGE}zurueckziehen/", HERE).status_code == 302
    with acting_as(dora):
        row.refresh_from_db()
        assert (row.text, row.released_on, row.released_by) == ("هذا مسموح.", None, "")


def test_other_words_need_a_new_release(north: Network, dora: User, acting_as: AskAs) -> None:
    enter(north, dora, acting_as, (CODE,))
    with acting_as(dora) as actor:
        place: dict[str, Any] = {"network_id": north.pk, "code": CODE, "language": "ar"}
        actions.propose_wording(**place, text=f"عربي {CODE}", today=TODAY, actor=actor)
        assert SentenceRelease.objects.get().released_on == TODAY
        actions.propose_wording(**place, text="كلمات أخرى", today=TODAY, actor=actor)
        assert SentenceRelease.objects.get().released_on is None
        with pytest.raises(IntegrityError, match="sentence_released_by_somebody"), transaction.atomic():
            SentenceRelease.objects.update(released_on=TODAY)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"code": "reason.nonsense"}, DecisionProblem.UNKNOWN_SENTENCE),
        ({"language": "de"}, DecisionProblem.OWN_LANGUAGE),
        ({"language": "xx"}, DecisionProblem.UNKNOWN_LANGUAGE),
        ({"text": "  "}, DecisionProblem.WORDING_MISSING),
        ({"code": "said.earliest"}, DecisionProblem.BLANK_MISSING),
    ],
)
def test_what_cannot_be_entered_is_refused_and_nothing_is_written(
    change: dict[str, str], problem: DecisionProblem, north: Network, dora: User, acting_as: AskAs
) -> None:
    told = {"code": CODE, "language": "ar", "text": "هذا مسموح."} | change
    with acting_as(dora) as actor:
        with pytest.raises(actions.CannotDecide) as refusal:
            actions.propose_wording(network_id=north.pk, today=TODAY, actor=actor, **told)
        assert refusal.value.problems == [problem]
        assert not SentenceRelease.objects.exists()


def test_without_a_wording_or_a_name_nothing_is_released(
    north: Network, dora: User, ada: User, acting_as: AskAs, sign_in: SignIn
) -> None:
    with pytest.raises(actions.CannotDecide) as refusal:
        commands.release(CODE, "ar", prefix="NORD", **CHECKED)
    assert refusal.value.problems == [DecisionProblem.WORDING_MISSING]
    with pytest.raises(commands.UnknownNetwork):
        commands.release(CODE, "ar", prefix="OST", **CHECKED)
    with acting_as(ada) as actor, pytest.raises(actions.CannotDecide) as refusal:
        actions.propose_wording(
            network_id=north.pk, code=CODE, language="ar", text="هذا", today=TODAY, actor=actor
        )
    assert refusal.value.problems == [DecisionProblem.NOT_THE_COORDINATOR]
    assert sign_in(dora).post(PAGE, HERE | {"text": "هذا"}).status_code == 302
    answer = sign_in(dora).post(f"{PAGE}freigeben/", HERE | {"released_on": "2026-11-25"})
    assert (answer.status_code, "liegt in der Zukunft" in answer.content.decode()) == (422, True)
    with acting_as(dora):
        assert SentenceRelease.objects.get().released_on is None


def test_a_language_is_offered_only_once_every_sentence_of_the_answer_is_released(
    yusuf: Person, north: Network, *, ada: User, dora: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    sheet = f"/faelle/{yusuf.pk}/arbeitserlaubnis/blatt/person/?language=ar"
    enter(north, dora, acting_as, ALL[1:])
    browser = sign_in(ada)

    page = browser.get(sheet).content.decode()
    assert ("عربي" in page, "in dieser Sprache geprüft" in page) == (False, True)
    assert "العربية" not in browser.get(f"/faelle/{yusuf.pk}/arbeitserlaubnis/").content.decode()

    enter(north, dora, acting_as, ALL[:1])
    page = browser.get(sheet).content.decode()
    assert all(f"عربي {code}" in page for code in ALL)
    assert (
        '<section class="wir-stack wir-stack--tight" lang="ar" dir="rtl">' in page,
        "Demonstration" in page,
    ) == (True, False)
    assert "Mit dieser Aufenthalts-Erlaubnis dürfen Sie arbeiten." in page
    assert "العربية" in browser.get(f"/faelle/{yusuf.pk}/arbeitserlaubnis/").content.decode()
    with acting_as(ada) as actor:
        answer = queries.answer_for(actor, yusuf.pk, Activity.EMPLOYMENT_UNSKILLED, TODAY)
        spoken = queries.spoken_in_network(actor, north.pk, lines_of(answer))
    assert [(one.language, one.name, one.direction) for one in spoken] == [("ar", "العربية", "rtl")]


def test_the_self_check_says_it_in_a_released_language_and_marks_the_demonstration(
    north: Network, dora: User, acting_as: AskAs
) -> None:
    anybody = Client()
    page = anybody.post("/selbstcheck/", SELF).content.decode()
    assert ("العربية" in page, "mit einer Dolmetscherin" in page) == (False, True)

    enter(north, dora, acting_as, for_demonstration=True)
    page = anybody.post("/selbstcheck/", SELF).content.decode()
    assert ("العربية" in page, "عربي" in page.replace("العربية", "")) == (True, False)
    page = anybody.post("/selbstcheck/", SELF | {"answer_in": "ar"}).content.decode()
    assert all(f"عربي {code}" in page for code in ALL)
    assert "Demonstration: von niemandem geprüft" in page
    assert "Muster" not in page


def test_the_page_costs_the_same_however_much_was_entered(
    north: Network,
    dora: User,
    sign_in: SignIn,
    acting_as: AskAs,
    queries_stay_flat: Callable[[Callable[[], object], Callable[[], object]], None],
) -> None:
    browser = sign_in(dora)

    queries_stay_flat(lambda: browser.get(PAGE, HERE), lambda: enter(north, dora, acting_as))
