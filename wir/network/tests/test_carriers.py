"""Carriers as controllers: who says so, what remains, and which templates are filled with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from django.db import transaction
from django.test import Client

from tests.cast import SINCE, TODAY, AskAs, make_member, make_project
from wir.accounts.models import User
from wir.kit import paper
from wir.kit.acting import acting
from wir.network import actions, queries
from wir.network.models import Controller, Membership, Network, Project
from wir.network.rules import Role, WorksFor
from wir.privacy.models import AuditEntry

SignIn = Callable[[User], Client]
TYPED = {
    "law": "kdg",
    "legal_name": "Träger Hafen gGmbH",
    "represented_by": "Ria Vorstand",
    "street": "Kai 1",
    "postcode": "20457",
    "place": "Hamburg",
    "officer_name": "Ute Beispiel",
    "officer_email": "datenschutz@hafen.example",
}


@pytest.fixture
def hana(hafen: Project) -> User:
    """Heads Hafen."""
    return make_member("Hana", Role.PROJECT_LEAD, project=hafen)


def _url(project: Project) -> str:
    return f"/datenschutz/traeger/{project.carrier_id}/"


@pytest.mark.django_db
def test_the_head_and_the_coordinator_describe_a_carrier_and_history_keeps_what_stood_there(
    sign_in: SignIn, hana: User, dora: User, fatma: User, hafen: Project
) -> None:
    for user, changes in ((hana, {}), (dora, {"law": "gdpr", "officer_name": "Neue Person"})):
        answer = sign_in(user).post(_url(hafen), TYPED | changes)
        assert (answer.status_code, answer["Location"]) == (302, "/datenschutz/traeger/")

    with acting(queries.actor_for(dora.pk, TODAY)):
        known = Controller.objects.get()
        history = queries.controller_history(known.carrier)
    with acting(queries.actor_for(fatma.pk, TODAY)):
        audited = AuditEntry.objects.filter(verb="network.controller_described").count()
    assert (known.law, known.officer_name) == ("gdpr", "Neue Person")
    assert [(row.law, row.officer_name) for row in history] == [
        ("gdpr", "Neue Person"),
        ("kdg", "Ute Beispiel"),
    ]
    assert audited == 2


@pytest.mark.django_db
def test_an_advisor_and_strangers_change_nothing(
    sign_in: SignIn, ada: User, cem: User, emil: User, hafen: Project
) -> None:
    for user in (ada, cem, emil):
        assert sign_in(user).post(_url(hafen), TYPED).status_code == 404
    assert sign_in(cem).get("/datenschutz/traeger/").content.decode().count("Träger Hafen") == 0


@pytest.mark.django_db
def test_the_database_lets_nobody_describe_another_carrier(
    bela: User, hafen: Project, acting_as: AskAs
) -> None:
    with acting_as(bela), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        Controller.objects.create(carrier_id=hafen.carrier_id, network_id=hafen.network_id)


@pytest.mark.django_db
def test_the_database_lets_the_head_and_no_advisor_describe_the_own_carrier(
    ada: User, hana: User, hafen: Project, acting_as: AskAs
) -> None:
    place = {"carrier_id": hafen.carrier_id, "network_id": hafen.network_id}
    with acting_as(ada), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        Controller.objects.create(**place)
    with acting_as(hana):
        Controller.objects.create(**place, legal_name="Träger Hafen gGmbH")
    with acting_as(ada):
        assert Controller.objects.update(legal_name="Andere") == 0
        assert Controller.objects.get().legal_name == "Träger Hafen gGmbH"


@pytest.mark.django_db
def test_what_is_no_postcode_is_refused_with_the_field_that_mends_it(
    sign_in: SignIn, hana: User, hafen: Project, acting_as: AskAs
) -> None:
    answer = sign_in(hana).post(_url(hafen), TYPED | {"postcode": "12"})

    body = answer.content.decode()
    assert answer.status_code == 422
    assert "hat fünf Ziffern" in body
    with acting_as(hana):
        assert Controller.objects.count() == 0


@pytest.mark.django_db
def test_what_changes_by_law_is_shown_and_what_was_not_read_is_to_be_checked(
    sign_in: SignIn, hana: User, hafen: Project
) -> None:
    browser = sign_in(hana)
    browser.post(_url(hafen), TYPED)
    body = browser.get(_url(hafen)).content.decode()

    assert "§ 8 KDG" in body
    assert "prüfen" in body
    assert "20. November 2017" in body


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("folgenabschaetzung", "Datenschutz-Folgenabschätzung (KDG, Fundstelle prüfen, vgl. Art. 35 DSGVO)"),
        ("gemeinsame-verantwortung", "Vereinbarung gemeinsam Verantwortlicher"),
        ("auftragsverarbeitung", "§ 203 Abs. 3 StGB"),
        ("betriebsvereinbarung", "§ 87 Abs. 1 Nr. 6 BetrVG"),
    ],
)
def test_a_template_is_filled_with_the_carriers_data(
    slug: str, words: str, sign_in: SignIn, hana: User, hafen: Project
) -> None:
    browser = sign_in(hana)
    browser.post(_url(hafen), TYPED)
    url = f"/datenschutz/vorlagen/{slug}/{hafen.carrier_id}/"
    body = browser.get(url).content.decode()
    paper = browser.get(f"{url}pdf/")

    assert words in body
    assert "Träger Hafen gGmbH" in body
    assert "Ute Beispiel" in body
    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF-")


@pytest.mark.django_db
def test_templates_of_another_network_do_not_exist(sign_in: SignIn, cem: User, hafen: Project) -> None:
    for slug in ("folgenabschaetzung", "unbekannt"):
        url = f"/datenschutz/vorlagen/{slug}/{hafen.carrier_id}/"
        assert sign_in(cem).get(url).status_code == 404
        assert sign_in(cem).get(f"{url}pdf/").status_code == 404


@pytest.mark.django_db
def test_without_the_library_for_pdf_the_page_that_prints_is_shown(
    sign_in: SignIn, hana: User, hafen: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise OSError(f"{name}: cannot load library")

    monkeypatch.setattr(paper, "import_module", missing)
    url = f"/datenschutz/vorlagen/folgenabschaetzung/{hafen.carrier_id}/"
    answer = sign_in(hana).get(f"{url}pdf/")

    assert (answer.status_code, answer["Location"]) == (302, url)


def test_a_document_fetches_nothing_from_anywhere() -> None:
    with pytest.raises(ValueError, match="nothing outside"):
        paper._fetch_nothing("http://127.0.0.1/secret")


@pytest.mark.django_db
@pytest.mark.parametrize("body", [WorksFor.IMMIGRATION_AUTHORITY, WorksFor.POLICE, WorksFor.CUSTOMS])
def test_an_immigration_authority_police_and_customs_get_no_role(
    body: WorksFor, bela: User, hafen: Project, dora: User, acting_as: AskAs
) -> None:
    with acting_as(dora) as actor:
        before = Membership.objects.count()
        with pytest.raises(actions.CannotGiveRole, match="enforcing_body"):
            actions.give_role(
                user_id=bela.pk,
                role=Role.ADVISOR,
                project=hafen,
                network=None,
                from_on=SINCE,
                works_for=body,
                actor=actor,
            )
        assert Membership.objects.count() == before


@pytest.mark.django_db
def test_participants_see_function_and_contact_and_the_name_only_if_the_member_wants_it(
    sign_in: SignIn, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        [held] = queries.own_memberships(actor, TODAY)
        before = queries.public_face(ada.pk, hafen.pk, TODAY)
    url = f"/datenschutz/sichtbarkeit/{held.pk}/"
    answer = sign_in(ada).post(url, {"first_contact": "040 123456", "shows_name": "on"})
    with acting_as(ada):
        after = queries.public_face(ada.pk, hafen.pk, TODAY)

    assert before == queries.PublicFace(Role.ADVISOR, "", "Hafen", "")
    assert answer.status_code == 302
    assert after == queries.PublicFace(Role.ADVISOR, "040 123456", "Hafen", "Ada")


@pytest.mark.django_db
def test_nobody_chooses_for_a_colleague(
    sign_in: SignIn, ada: User, dora: User, hafen: Project, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        [held] = queries.own_memberships(actor, TODAY)
    answer = sign_in(dora).post(f"/datenschutz/sichtbarkeit/{held.pk}/", {"shows_name": "on"})
    with acting_as(dora) as actor, pytest.raises(Membership.DoesNotExist):
        actions.choose_face(membership=held, shows_name=True, first_contact="", actor=actor)
    with acting_as(ada):
        face = queries.public_face(ada.pk, hafen.pk, TODAY)

    assert answer.status_code == 404
    assert face == queries.PublicFace(Role.ADVISOR, "", "Hafen", "")


@pytest.mark.django_db
def test_who_works_in_no_sub_project_or_not_any_longer_has_nothing_to_choose(
    sign_in: SignIn, dora: User, emil: User, ada: User, acting_as: AskAs
) -> None:
    with acting_as(dora):
        held = Membership.objects.filter(user=ada)
        held.update(until_on=TODAY)
    for user in (dora, emil, ada):
        with acting_as(user):
            own = Membership.objects.get(user=user)
        browser = sign_in(user)
        answer = browser.post(f"/datenschutz/sichtbarkeit/{own.pk}/", {"shows_name": "on"})

        assert answer.status_code == 404
        assert (
            "Sie arbeiten in keinem Teilprojekt" in browser.get("/datenschutz/sichtbarkeit/").content.decode()
        )
        with acting_as(user):
            assert not Membership.objects.get(user=user).shows_name


@pytest.mark.django_db
def test_the_pages_cost_the_same_however_many_carriers_there_are(
    sign_in: SignIn,
    dora: User,
    north: Network,
    queries_stay_flat: Callable[[Callable[[], object], Callable[[], object]], None],
) -> None:
    browser = sign_in(dora)
    names = iter(range(100))

    def add_row() -> None:
        make_project(north, f"Neu{next(names)}")

    for url in ("/datenschutz/traeger/", "/datenschutz/vorlagen/"):
        queries_stay_flat(partial(browser.get, url), add_row)
