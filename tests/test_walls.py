"""The two walls: what a query forgets, row-level security remembers. Asked table by table, and over HTTP."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.test import Client
from django.urls import reverse
from psycopg import sql

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.kit import registry
from wir.kit.acting import NOBODY, acting
from wir.network.models import Grant, Project
from wir.people.models import Person
from wir.privacy.models import AuthorityRequest

SECURITY = Path(__file__).parent.parent / "docs" / "security.md"

EXEMPT = {
    "accounts_user": "sign-in: needed before anybody is known; staff only",
    "account_emailaddress": "sign-in (allauth)",
    "account_emailconfirmation": "sign-in (allauth)",
    "axes_accessattempt": "lock-out",
    "axes_accessattemptexpiration": "lock-out",
    "axes_accessfailurelog": "lock-out",
    "axes_accesslog": "lock-out",
    "usersessions_usersession": "sign-in: where staff are signed in",
    "socialaccount_socialaccount": "sign-in (OpenID Connect): which account a provider knows",
    "socialaccount_socialapp": "unused: the provider is named by the environment",
    "socialaccount_socialtoken": "unused: tokens of a provider are not kept",
    "auth_group": "unused, no personal data",
    "auth_group_permissions": "unused, no personal data",
    "auth_permission": "names of permissions",
    "directory_organisation": "organisations, no personal data",
    "django_content_type": "names of models",
    "django_migrations": "names of migrations",
    "django_session": "sign-in: ids only",
    "pghistory_context": "unused: history carries its context in its own columns",
    "kit_rate": "rate limits: keyed hashes and moments",
    "mfa_authenticator": "second factor, sealed",
    "procrastinate_events": "queue: ids only",
    "procrastinate_jobs": "queue: ids only",
    "procrastinate_periodic_defers": "queue: ids only",
    "procrastinate_workers": "queue",
}
"""The closed list of tables without a wall, and why."""


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    person = make_person(hafen)
    make_stay(person, ada)
    return person


def _one(query: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


@pytest.mark.django_db
def test_every_table_has_a_wall_or_a_reason_for_none() -> None:
    found = _one(
        "select relname, relrowsecurity from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
    )

    open_tables = {name for name, walled in found if not walled}

    assert open_tables == set(EXEMPT)


@pytest.mark.django_db
def test_a_walled_table_has_a_policy_for_reading_and_none_lets_everybody_in() -> None:
    policies = _one("select tablename, cmd, qual from pg_policies where schemaname = 'public'")
    readable = {table for table, cmd, _ in policies if cmd in {"ALL", "SELECT"}}
    walled = {name for (name,) in _one("select relname from pg_class where relrowsecurity")}

    assert readable == walled
    assert not [
        table
        for table, cmd, qual in policies
        if cmd in {"ALL", "SELECT"} and "current_setting" not in str(qual)
    ]


@pytest.mark.django_db
def test_the_app_role_owns_nothing_and_cannot_bypass() -> None:
    role = _one("select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user")
    owned = _one("select relname from pg_class where relowner = current_user::regrole")
    member_of = _one("select roleid from pg_auth_members where member = current_user::regrole")

    assert (role, owned, member_of) == ([(False, False, False)], [], [])


@pytest.mark.django_db
def test_the_app_role_cannot_become_the_owner_or_lower_a_wall(owner_url: str) -> None:
    owner = psycopg.conninfo.conninfo_to_dict(owner_url)["user"]
    with psycopg.connect(
        psycopg.conninfo.make_conninfo(os.environ["DATABASE_URL"], dbname=_database())
    ) as app:
        commands: list[sql.SQL | sql.Composed] = [
            sql.SQL("set role {}").format(sql.Identifier(str(owner))),
            sql.SQL("alter table people_person disable row level security"),
            sql.SQL("truncate people_person"),
            sql.SQL("drop policy people_person_wall on people_person"),
            sql.SQL("create table intruder (id int)"),
        ]
        for command in commands:
            with pytest.raises(psycopg.errors.InsufficientPrivilege), app.transaction():
                app.execute(command)


@pytest.mark.django_db(transaction=True)
def test_history_and_audit_only_grow(yusuf: Person, dora: User, acting_as: AskAs) -> None:
    tables = [
        "people_personevent",
        "people_personidentityevent",
        "counselling_stayevent",
        "privacy_auditentry",
    ]
    for table in tables:
        for change in [f"delete from {table}", f"update {table} set network_id = network_id"]:
            with acting_as(dora), pytest.raises(Exception, match="permission denied"), transaction.atomic():
                _run(change)


@pytest.mark.django_db(transaction=True)
def test_nobody_sees_anything_table_by_table(yusuf: Person) -> None:
    seen = {model._meta.db_table: _count(model) for model in _walled_models()}
    with acting(NOBODY):
        seen |= {f"nobody: {model._meta.db_table}": _count(model) for model in _walled_models()}

    assert {table: count for table, count in seen.items() if count} == {}


@pytest.mark.django_db(transaction=True)
def test_a_user_of_another_network_sees_nothing_table_by_table(
    yusuf: Person, cem: User, acting_as: AskAs
) -> None:
    own = {"network_network", "network_carrier", "network_project", "network_membership"}
    with acting_as(cem):
        seen = {model._meta.db_table: _count(model) for model in _walled_models()}

    assert {table: count for table, count in seen.items() if count and table not in own} == {}
    assert {table: seen[table] for table in own} == dict.fromkeys(own, 1)


@pytest.mark.django_db(transaction=True)
def test_another_carrier_of_the_network_sees_the_anchor_alone(
    yusuf: Person, bela: User, acting_as: AskAs
) -> None:
    with acting_as(bela):
        seen = {model._meta.db_table for model in _walled_models() if _count(model)}

    assert {table for table in seen if not table.startswith("network_")} == {"people_participant"}


@pytest.mark.django_db(transaction=True)
def test_the_coordinator_sees_stays_and_figures_but_no_name(
    yusuf: Person, dora: User, acting_as: AskAs
) -> None:
    with acting_as(dora):
        seen = {model._meta.db_table for model in _walled_models() if _count(model)}

    assert {table for table in seen if not table.startswith("network_")} == {
        "counselling_stay",
        "counselling_stayevent",
        "monitoring_participation",
        "people_participant",
    } | (seen & {"monitoring_indicatortotal"})


@pytest.mark.django_db(transaction=True)
def test_nobody_writes_into_another_network(yusuf: Person, cem: User, acting_as: AskAs) -> None:
    with acting_as(cem), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        Person.objects.create(
            network_id=yusuf.network_id,
            carrier_id=yusuf.carrier_id,
            project_id=yusuf.project_id,
            participant_id=yusuf.participant_id,
        )


@pytest.mark.django_db(transaction=True)
def test_a_row_cannot_point_into_another_network(
    yusuf: Person, tal: Project, cem: User, acting_as: AskAs
) -> None:
    with pytest.raises(Exception, match="same_network"), acting_as(cem):
        Person.objects.create(
            network_id=tal.network_id,
            carrier_id=tal.carrier_id,
            project_id=tal.pk,
            participant_id=yusuf.participant_id,
        )


@pytest.mark.django_db
def test_nobody_opens_a_file_by_a_grant_that_names_another_sub_project(
    yusuf: Person, bela: User, turm: Project, acting_as: AskAs
) -> None:
    """The policy asks whether the grant's sub-project is one's own; the trigger, whether the file is one of it."""
    with acting_as(bela), pytest.raises(IntegrityError, match="belongs elsewhere"), transaction.atomic():
        Grant.objects.create(
            network_id=turm.network_id, project=turm, subject_id=yusuf.pk, scope="file",
            grantee=bela, cause="release", from_on=TODAY,
        )  # fmt: skip
    with acting_as(bela):
        assert _count(Grant) == 0


@pytest.mark.django_db
def test_the_request_of_an_authority_names_a_place_and_a_file_of_its_own_network(
    yusuf: Person, cem: User, tal: Project, hafen: Project, acting_as: AskAs
) -> None:
    told = {"logged_by": cem.pk, "kind": "police", "way": "letter", "asked_by": "Polizei", "asked_on": TODAY}
    here = {"network_id": tal.network_id, "carrier_id": tal.carrier_id, "project_id": tal.pk}
    wrong = [
        (here | {"carrier_id": hafen.carrier_id}, "carrier_id_same_network"),
        (here | {"subject_id": yusuf.pk}, "belongs elsewhere"),
    ]
    for place, refusal in wrong:
        with acting_as(cem):
            _run("set constraints all immediate")
            with pytest.raises(IntegrityError, match=refusal), transaction.atomic():
                AuthorityRequest.objects.create(**told, **place)
    with acting_as(cem):
        assert _count(AuthorityRequest) == 0


@pytest.mark.django_db
def test_strangers_get_404_on_every_tab(
    yusuf: Person, cem: User, bela: User, sign_in: Callable[[User], Client]
) -> None:
    for stranger in (cem, bela):
        browser = sign_in(stranger)
        answers = {url: browser.get(url).status_code for url in _case_urls(yusuf)}
        assert set(answers.values()) == {404}, answers


@pytest.mark.django_db
def test_without_sign_in_every_page_leads_to_it_and_back(yusuf: Person) -> None:
    for url in ["/", "/faelle/", *_case_urls(yusuf)]:
        response = Client().get(url)
        assert (response.status_code, response["Location"]) == (302, f"/konto/anmelden/?next={url}")


@pytest.mark.django_db
def test_the_list_of_owner_functions_is_the_one_in_the_documents() -> None:
    found = {
        name
        for (name,) in _one(
            "select p.proname from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace"
        )
    }
    written = set(re.findall(r"^\| `(\w+)\(", SECURITY.read_text(), re.MULTILINE))

    assert found == written


def _walled_models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("wir.") and model._meta.db_table not in EXEMPT and model._meta.managed
    ]


def _count(model: type[models.Model]) -> int:
    return int(str(_one(f'select count(*) from "{model._meta.db_table}"')[0][0]))


def _run(command: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(command)


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _case_urls(person: Person) -> list[str]:
    return [reverse(tab.url_name, args=[person.pk]) for tab in registry.tabs()]
