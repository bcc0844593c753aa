from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs, make_member
from wir.accounts.models import User
from wir.aftercare.models import CheckIn
from wir.aftercare.pages import day
from wir.kit.registry import timeline_of
from wir.network.models import Project
from wir.network.rules import Role
from wir.people.models import Person
from wir.placement.models import Spell
from wir.placement.rules import OpportunityKind
from wir.placement.tests.make import make_application, make_opportunity, make_spell

SignIn = Callable[[User], Client]
Flat = Callable[[Callable[[], object], Callable[[], object]], None]
HTMX = {"HX-Request": "true"}


def at(name: str, *args: object) -> str:
    return reverse(f"aftercare:{name}", args=args)


@pytest.mark.usefixtures("spell")
def test_the_tab_shows_what_is_due_and_what_is_late(yusuf: Person, ada: User, sign_in: SignIn) -> None:
    body = sign_in(ada).get(at("case", yusuf.pk)).content.decode()

    assert "Kitchen assistant, Bäckerei Muster" in body
    assert body.index("08.09.2026") < body.index("17.11.2026") < body.index("01.03.2027")
    assert body.count("überfällig") == 3


def test_the_empty_tab_says_where_check_ins_come_from(yusuf: Person, ada: User, sign_in: SignIn) -> None:
    body = sign_in(ada).get(at("case", yusuf.pk)).content.decode()

    assert "Noch keine Nachfragetermine" in body


def test_a_talk_is_recorded_and_its_result_shown(
    first_week: CheckIn, yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    browser = sign_in(ada)

    response = browser.post(
        at("hold", yusuf.pk, first_week.pk), {"held_on": "2026-11-24", "outcome": "at_risk"}
    )

    assert (response.status_code, response.headers["Location"]) == (302, at("case", yusuf.pk))
    assert "Abbruch droht" in browser.get(at("case", yusuf.pk)).content.decode()
    with acting_as(ada) as actor:
        told = [(item.on, item.detail) for item in timeline_of(actor, yusuf.pk) if "begleitung" in item.url]
        assert told == [(TODAY, "Abbruch droht")]


def test_where_it_ended_the_page_says_what_is_left_to_do(
    first_week: CheckIn, yusuf: Person, ada: User, sign_in: SignIn
) -> None:
    browser = sign_in(ada)

    page = browser.post(
        at("hold", yusuf.pk, first_week.pk), {"held_on": "2026-11-24", "outcome": "ended"}, follow=True
    )

    assert "unter „Vermittlung“" in page.content.decode()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"held_on": "2026-11-25", "outcome": "fine"}, "25.11.2026 liegt in der Zukunft"),
        ({"held_on": "2026-08-31", "outcome": "fine"}, "31.08.2026 liegt vor dem ersten Tag"),
        ({"held_on": "2026-11-24"}, "Dieses Feld ist zwingend erforderlich"),
    ],
)
def test_a_refused_talk_is_explained_and_not_written(
    *,
    first_week: CheckIn,
    yusuf: Person,
    ada: User,
    sign_in: SignIn,
    acting_as: AskAs,
    sent: dict[str, str],
    said: str,
) -> None:
    response = sign_in(ada).post(at("hold", yusuf.pk, first_week.pk), sent, headers=HTMX)

    body = response.content.decode()
    assert response.status_code == 422
    assert said in body
    assert 'role="alert"' in body
    assert "<html" not in body
    with acting_as(ada):
        assert CheckIn.objects.get(pk=first_week.pk).held_on is None


@pytest.mark.parametrize("who", ["bela", "cem", "dora", "emil"])
def test_strangers_do_not_learn_that_it_exists(
    request: pytest.FixtureRequest, who: str, first_week: CheckIn, yusuf: Person, sign_in: SignIn
) -> None:
    browser = sign_in(request.getfixturevalue(who))

    answers = [
        browser.get(at("case", yusuf.pk)),
        browser.get(at("hold", yusuf.pk, first_week.pk)),
        browser.post(at("hold", yusuf.pk, first_week.pk), {"held_on": "2026-11-24", "outcome": "fine"}),
    ]

    assert [answer.status_code for answer in answers] == [404] * 3


def test_late_check_ins_of_a_colleague_stand_in_my_day_with_the_name(
    spell: Spell, yusuf: Person, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    colleague = make_member("Nora", Role.ADVISOR, project=hafen)

    with acting_as(ada) as actor:
        own = list(day(actor, TODAY))  # they stand among her tasks
    with acting_as(colleague) as actor:
        rows = list(day(actor, TODAY))

    assert own == []
    assert [row.due_on for row in rows] == [date(2026, 9, 8), date(2026, 9, 29), date(2026, 11, 17)]
    assert {row.person for row in rows} == {"Demir, Yusuf"}
    assert rows[0].url.startswith(f"/faelle/{spell.person_id}/begleitung/")


def test_the_tab_costs_the_same_however_many_check_ins(
    yusuf: Person, ada: User, sign_in: SignIn, queries_stay_flat: Flat
) -> None:
    browser = sign_in(ada)

    def add_row() -> None:
        course = make_opportunity(yusuf.network_id, ada, kind=OpportunityKind.COURSE)
        make_spell(make_application(yusuf, course, ada), ada)

    queries_stay_flat(lambda: browser.get(at("case", yusuf.pk)), add_row)


def test_the_form_stays_below_twelve_queries(
    first_week: CheckIn, yusuf: Person, ada: User, sign_in: SignIn, queries_stay_flat: Flat
) -> None:
    browser = sign_in(ada)
    queries_stay_flat(lambda: browser.get(at("hold", yusuf.pk, first_week.pk)), lambda: None)
