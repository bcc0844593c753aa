from collections.abc import Callable
from datetime import date

from django.test import Client
from django.urls import reverse

from tests.cast import AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.kit.registry import menu_for
from wir.network.models import Network, Project
from wir.placement.models import Application, Opportunity
from wir.placement.tests.make import make_application, make_opportunity

SignIn = Callable[[User], Client]
Flat = Callable[[Callable[[], object], Callable[[], object]], None]
HTMX = {"HX-Request": "true"}
NEW = {
    "kind": "apprenticeship",
    "title": "Elektroniker",
    "provider_name": " Elektro  Muster ",
    "provider_kind": "employer",
    "provider_postcode": "20097",
    "provider_place": "Hamburg",
    "weekly_hours": "38,5",
    "seats": "2",
    "available_from": "2027-08-01",
}


def at(name: str, *args: object) -> str:
    return reverse(f"placement:{name}", args=args)


def test_an_opportunity_is_written_down_with_its_provider(
    north: Network, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    response = sign_in(ada).post(at("add_opportunity"), {**NEW, "network": str(north.pk)})

    with acting_as(ada):
        added = Opportunity.objects.select_related("provider").get()
        assert response.headers["Location"] == at("opportunity", added.pk)
        assert (added.kind, added.seats, added.available_from) == ("apprenticeship", 2, date(2027, 8, 1))
        assert str(added.weekly_hours) == "38.5"
        assert (added.provider.name, added.provider.postcode) == ("Elektro Muster", "20097")


def test_a_wrong_postcode_is_named_and_nothing_is_written(
    north: Network, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    values = {**NEW, "network": str(north.pk), "provider_postcode": "2009"}

    response = sign_in(ada).post(at("add_opportunity"), values, headers=HTMX)

    assert response.status_code == 422
    assert "Eine Postleitzahl hat fünf Ziffern" in response.content.decode()
    assert "<html" not in response.content.decode()
    with acting_as(ada):
        assert not Opportunity.objects.exists()


def test_nobody_writes_into_another_network(
    north: Network, cem: User, sign_in: SignIn, ada: User, acting_as: AskAs
) -> None:
    response = sign_in(cem).post(at("add_opportunity"), {**NEW, "network": str(north.pk)})

    assert response.status_code == 422
    with acting_as(ada):
        assert not Opportunity.objects.exists()


def test_the_list_is_filtered_with_and_without_javascript(
    kitchen: Opportunity, north: Network, ada: User, sign_in: SignIn
) -> None:
    make_opportunity(north.pk, ada, title="Pflegeschule", provider="Schule Probe")
    browser = sign_in(ada)

    whole = browser.get(at("opportunities"), {"q": "muster"}).content.decode()
    part = browser.get(
        at("opportunities"), {"q": "muster", "kind": "nonsense"}, headers=HTMX
    ).content.decode()

    for body in (whole, part):
        assert "Kitchen assistant" in body
        assert "Pflegeschule" not in body
    assert ("<html" in whole, "<html" in part) == (True, False)


def test_an_opportunity_closes_and_leaves_the_list(kitchen: Opportunity, ada: User, sign_in: SignIn) -> None:
    browser = sign_in(ada)

    browser.post(at("opportunity", kitchen.pk))

    assert "Kitchen assistant" not in browser.get(at("opportunities")).content.decode()
    assert "Kitchen assistant" in browser.get(at("opportunities"), {"show": "all"}).content.decode()


def test_known_providers_are_offered_while_typing(kitchen: Opportunity, ada: User, sign_in: SignIn) -> None:
    response = sign_in(ada).get(at("providers"), {"provider_name": "bäck"})

    assert response.content.decode().strip() == '<option value="Bäckerei Muster">20095 Hamburg</option>'


def test_another_networks_opportunity_is_not_there(
    kitchen: Opportunity, cem: User, emil: User, sign_in: SignIn
) -> None:
    for stranger in (cem, emil):
        assert sign_in(stranger).get(at("opportunity", kitchen.pk)).status_code == 404
        assert "Kitchen" not in sign_in(stranger).get(at("opportunities")).content.decode()
    assert sign_in(emil).get(at("add_opportunity")).status_code == 404


def test_colleagues_see_the_opportunity_without_the_applicants(
    application: Application, kitchen: Opportunity, ada: User, bela: User, sign_in: SignIn
) -> None:
    assert "Demir, Yusuf" in sign_in(ada).get(at("opportunity", kitchen.pk)).content.decode()
    assert "Demir" not in sign_in(bela).get(at("opportunity", kitchen.pk)).content.decode()


def test_who_places_finds_the_opportunities_in_the_menu() -> None:
    assert "placement:opportunities" in {one.url_name for one in menu_for(frozenset({"advisor"}))}
    assert "placement:opportunities" not in {
        one.url_name for one in menu_for(frozenset({"programme_office"}))
    }


def test_the_list_of_opportunities_costs_the_same_however_long(
    north: Network, ada: User, sign_in: SignIn, queries_stay_flat: Flat
) -> None:
    browser = sign_in(ada)
    queries_stay_flat(lambda: browser.get(at("opportunities")), lambda: make_opportunity(north.pk, ada))


def test_an_opportunity_costs_the_same_however_many_apply(
    kitchen: Opportunity, hafen: Project, ada: User, sign_in: SignIn, queries_stay_flat: Flat
) -> None:
    browser = sign_in(ada)
    queries_stay_flat(
        lambda: browser.get(at("opportunity", kitchen.pk)),
        lambda: make_application(make_person(hafen), kitchen, ada),
    )
