"""What the middleware promises: nothing half-written, and a way back after the session has expired."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from tests.cast import AskAs
from wir.accounts.models import User
from wir.config.urls import urlpatterns as real
from wir.kit.acting import actor_of
from wir.tasks.models import Task

SignIn = Callable[[User], Client]


def half_written(request: HttpRequest) -> HttpResponse:
    place = {"network_id": actor_of(request).networks[0], "project_id": actor_of(request).projects[0]}
    Task.objects.create(**place, reason="own", title="half", due_on="2026-11-24")
    raise ValueError("the view raises")


urlpatterns = [*real, path("half/", half_written)]


@pytest.mark.django_db(transaction=True)
@override_settings(ROOT_URLCONF=__name__)
def test_a_view_that_writes_and_then_raises_leaves_nothing(
    ada: User, acting_as: AskAs, sign_in: SignIn
) -> None:
    browser = sign_in(ada)
    browser.raise_request_exception = False

    response = browser.get("/half/")

    with acting_as(ada):
        assert (response.status_code, Task.objects.count()) == (500, 0)


@pytest.mark.django_db
def test_after_the_session_expired_htmx_leads_to_the_sign_in_and_back() -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/faelle/?q=1"}

    response = Client().get("/faelle/", headers=headers)

    assert response.headers["HX-Redirect"] == "/konto/anmelden/?next=%2Ffaelle%2F%3Fq%3D1"


@pytest.mark.django_db
def test_pages_and_the_sign_in_page_see_the_actor(ada: User, sign_in: SignIn) -> None:
    page = sign_in(ada).get("/")
    sign_in_page = Client().get("/konto/anmelden/")

    actor = actor_of(page.wsgi_request)
    assert (actor.id, actor.roles) == (ada.pk, frozenset({"advisor"}))
    assert actor_of(sign_in_page.wsgi_request).id is None


@pytest.mark.django_db
def test_an_unknown_address_says_so_in_the_frame_of_the_site(ada: User, sign_in: SignIn) -> None:
    for browser in (sign_in(ada), Client()):
        page = browser.get("/gibt-es-nicht/")

        assert page.status_code == 404
        assert "Diese Seite gibt es nicht" in page.content.decode()


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_a_fault_says_that_nothing_was_saved(ada: User, sign_in: SignIn) -> None:
    browser = sign_in(ada)
    browser.raise_request_exception = False

    assert "Es wurde nichts gespeichert" in browser.get("/half/").content.decode()
