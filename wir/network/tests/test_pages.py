"""The page of a network: who works where, for those who belong to it."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from tests.cast import make_member
from wir.accounts.models import User
from wir.network.models import Project
from wir.network.rules import Role

SignIn = Callable[[User], Client]


def test_everybody_of_the_network_sees_carriers_sub_projects_and_colleagues(
    sign_in: SignIn, ada: User, bela: User, dora: User, cem: User
) -> None:
    for user in (ada, dora):
        body = sign_in(user).get("/netzwerk/").content.decode()

        assert "Netzwerk Nord" in body
        assert "Träger Hafen" in body
        assert "01.10.2022" in body
        assert "Bela" in body
        assert "Dora" in body
        assert "Netzwerk Süd" not in body
        assert "Cem" not in body


def test_the_programme_office_belongs_to_no_network(sign_in: SignIn, emil: User, ada: User) -> None:
    body = sign_in(emil).get("/netzwerk/").content.decode()

    assert "Sie gehören zu keinem Netzwerk" in body
    assert "Hafen" not in body


def test_the_page_costs_the_same_however_many_work_there(
    sign_in: SignIn,
    ada: User,
    hafen: Project,
    queries_stay_flat: Callable[[Callable[[], object], Callable[[], object]], None],
) -> None:
    client = sign_in(ada)
    names = iter(range(100))

    def add_row() -> None:
        make_member(f"Neu{next(names)}", Role.ADVISOR, project=hafen)

    queries_stay_flat(lambda: client.get("/netzwerk/"), add_row)
