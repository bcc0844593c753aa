"""Consent, notices and the record of processing on the pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.actions import agree_goal
from wir.counselling.models import Stay
from wir.counselling.rules import Stage
from wir.desk.tests.consents import share, withdraw
from wir.kit.acting import acting
from wir.network.models import Project
from wir.network.queries import actor_for
from wir.people.rules.facts import ResidenceStatus
from wir.people.rules.persons import Paper
from wir.privacy import actions as privacy
from wir.privacy.models import (
    Consent,
    Disclosure,
    NoticeGiven,
    RetentionOrder,
    RetentionSetting,
    SharingConsent,
)
from wir.privacy.rules import (
    Shared,
)

SignIn = Callable[[User], Client]


def test_strangers_see_no_consent_no_sharing_and_no_order(
    stay: Stay, ada: User, bela: User, strangers: list[User], sign_in: SignIn
) -> None:
    sharing = share(stay, ada, bela.pk, Shared.LANGUAGES)
    withdraw(stay, ada)
    pages = [
        reverse("desk:consent", args=[stay.person_id]),
        reverse("desk:share", args=[stay.person_id]),
        reverse("desk:stop_sharing", args=[stay.person_id, sharing.pk]),
        reverse("desk:notice", args=[stay.person_id, "counselling", "de"]),
    ]
    for stranger in strangers:
        with acting(actor_for(stranger.pk, TODAY)):
            tables = (Consent, NoticeGiven, SharingConsent, Disclosure, RetentionOrder)
            assert [table.objects.count() for table in tables] == [0, 0, 0, 0, 0]
        browser = sign_in(stranger)
        assert {browser.get(page).status_code for page in pages} == {404}
        assert browser.post(pages[2], {"on": "24.11.2026"}).status_code == 404


def test_the_way_from_a_no_to_a_yes_to_a_withdrawal_on_the_pages(
    stay: Stay, ada: User, sign_in: SignIn
) -> None:
    browser, tab = sign_in(ada), reverse("desk:consent", args=[stay.person_id])
    sent = {
        "purpose": "aftercare",
        "answer": "no",
        "on": "24.11.2026",
        "way": "spoken",
        "language": "de",
        "proof": "Bela als Zeuge",
    }
    asking = reverse("desk:answer", args=[stay.person_id])

    without_proof = browser.post(asking, {**sent, "proof": ""})
    assert without_proof.status_code == 422
    assert "welcher Name eingetippt wurde" in without_proof.content.decode()
    assert browser.post(asking, sent).status_code == 302
    with acting(actor_for(ada.pk, TODAY)):
        assert list(Consent.objects.filter(refused=True).values_list("purpose", "way")) == [
            ("aftercare", "spoken")
        ]
    assert browser.post(asking, {**sent, "answer": "yes", "ends_on": "01.12.2026"}).status_code == 302
    with acting(actor_for(ada.pk, TODAY)):
        given = Consent.objects.get(purpose="aftercare", refused=False)
    assert (given.ends_on, given.proof, given.recorded_by) == (date(2026, 12, 1), "Bela als Zeuge", ada.pk)
    refused = browser.post(asking, sent)
    assert refused.status_code == 422
    assert "Tragen Sie ihren Widerruf ein" in refused.content.decode()

    withdrawal = reverse("desk:withdraw", args=[stay.person_id, given.pk])
    assert "Löschauftrag" in browser.get(withdrawal).content.decode()
    assert browser.post(withdrawal, {"on": "24.11.2026"}).status_code == 302
    shown = browser.get(tab).content.decode()
    assert "Löschaufträge" in shown
    assert "Es liegt keine Einwilligung in die Beratung vor" not in shown


def test_the_case_file_says_on_every_tab_that_the_consent_is_gone(
    stay: Stay, ada: User, sign_in: SignIn
) -> None:
    with acting(actor_for(ada.pk, TODAY)) as actor:
        agree_goal(
            person=stay.person,
            title="Bäcker",
            stage=Stage.PLACEMENT,
            agreed_on=TODAY,
            today=TODAY,
            actor=actor,
        )
    browser, plan = sign_in(ada), reverse("counselling:plan", args=[stay.person_id])
    assert "Bäcker" in browser.get(plan).content.decode()
    withdraw(stay, ada)
    assert "Bäcker" not in browser.get(plan).content.decode()

    for name in ("desk:case", "counselling:contacts", "counselling:plan", "desk:consent"):
        page = browser.get(reverse(name, args=[stay.person_id])).content.decode()
        assert "Es liegt keine Einwilligung in die Beratung vor" in page
    sent = {"title": "Arbeit", "stage": "placement", "agreed_on": "24.11.2026"}
    answer = browser.post(reverse("counselling:agree_goal", args=[stay.person_id]), sent)
    assert "Der Plan ist geschlossen" in answer.content.decode()


def test_a_notice_comes_as_pdf_or_to_print_and_its_hand_over_is_recorded(
    stay: Stay, ada: User, sign_in: SignIn
) -> None:
    browser = sign_in(ada)
    address = reverse("desk:notice", args=[stay.person_id, "counselling", "ar"])

    pdf = browser.get(address)
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    page = browser.get(f"{address}?form=html").content.decode()
    assert 'dir="rtl"' in page
    assert page.index("مسودة") < page.index("Information zum Datenschutz")
    assert "Träger Hafen" in page
    assert "Yusuf" not in page
    assert browser.get(reverse("desk:notice", args=[stay.person_id, "security", "de"])).status_code == 404

    browser.post(reverse("desk:hand_over", args=[stay.person_id]), {"purpose": "aftercare", "language": "ar"})
    with acting(actor_for(ada.pk, TODAY)):
        notice = NoticeGiven.objects.get(purpose="aftercare")
    assert (notice.language, notice.given_on) == ("ar", TODAY)


def test_without_pango_the_same_page_comes_to_print(
    stay: Stay, ada: User, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr("wir.kit.paper.import_module", missing)
    answer = sign_in(ada).get(reverse("desk:notice", args=[stay.person_id, "counselling", "de"]))

    assert answer["Content-Type"].startswith("text/html")
    assert "Dies ist die Seite zum Drucken" in answer.content.decode()


def test_the_record_of_processing_is_for_those_who_answer_for_a_carrier(
    stay: Stay, ada: User, strangers: list[User], dora: User, sign_in: SignIn
) -> None:
    address = reverse("desk:processing")
    for colleague in (ada, *(one for one in strangers if one != dora)):
        assert sign_in(colleague).get(address).status_code == 404
    browser = sign_in(dora)
    page = browser.get(address).content.decode()
    assert "vom Verantwortlichen zu entscheiden" in page
    assert "Art. 82 VO (EU) 2021/1060" in page
    assert browser.get(reverse("desk:processing_paper")).content[:5] == b"%PDF-"

    deciding = reverse("desk:period", args=[stay.carrier_id])
    said = {"purpose": "counselling", "months": "9", "decided_on": "2.11.2026"}
    refused = browser.post(deciding, said | {"months": "200", "decided_on": "25.11.2026"})
    assert refused.status_code == 422
    assert "Geben Sie ganze Monate von 0 bis 120 ein." in refused.content.decode()
    assert "25.11.2026 liegt in der Zukunft." in refused.content.decode()
    assert browser.post(deciding, said | {"months": "12", "decided_on": "1.11.2026"}).status_code == 302
    assert browser.post(deciding, said).status_code == 302
    with acting(actor_for(dora.pk, TODAY)):
        decisions = RetentionSetting.objects.order_by("decided_on").values_list("months", "decided_on")
        assert list(decisions) == [(12, date(2026, 11, 1)), (9, date(2026, 11, 2))]
    assert "9 Monate nach dem Austritt" in browser.get(address).content.decode()
    assert "Entschieden am 02.11.2026." in browser.get(address).content.decode()
    assert "9 Monate nach dem Austritt" in browser.get(reverse("network:controllers")).content.decode()
    impact = reverse("network:document", args=["folgenabschaetzung", stay.carrier_id])
    assert "9 Monate nach dem Austritt (Entscheidung des Verantwortlichen vom 02.11.2026)" in (
        browser.get(impact).content.decode()
    )
    notice = reverse("desk:notice", args=[stay.person_id, "counselling", "de"])
    assert "Bis 9 Monate" in sign_in(ada).get(f"{notice}?form=html").content.decode()
    assert sign_in(ada).post(deciding, said | {"months": "1"}).status_code == 404


def test_the_tab_asks_little_of_the_database_however_much_was_shared(
    hafen: Project, ada: User, bela: User, sign_in: SignIn, queries_stay_flat: Callable[..., None]
) -> None:
    paper = Paper(status=ResidenceStatus.AUFENTHALTSERLAUBNIS, from_on=date(2025, 1, 1))
    stay = make_stay(make_person(hafen, paper=paper), ada)
    browser, tab = sign_in(ada), reverse("desk:consent", args=[stay.person_id])

    def grow() -> None:
        sharing = share(stay, ada, bela.pk, Shared.LANGUAGES)
        with acting(actor_for(ada.pk, TODAY)) as actor:
            privacy.disclose(sharing=sharing, fields=[Shared.LANGUAGES], on=TODAY, actor=actor)

    queries_stay_flat(lambda: browser.get(tab), grow)
