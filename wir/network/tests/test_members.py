"""Members: listed, looked through every six months, ended, helped, switched off."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import TODAY, AskAs, make_member
from tests.make import make_person
from wir.accounts.models import User
from wir.kit.acting import acting
from wir.network import actions, tasks
from wir.network.models import Grant, Membership, Place, Project
from wir.network.rules import MemberProblem, Role, Scope

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
PASSWORD = "vier Worte ohne Sinn"


@pytest.fixture
def staff(ada: User, bela: User, cem: User, dora: User, hanna: User) -> dict[str, User]:
    """Everybody by name."""
    return {"ada": ada, "bela": bela, "cem": cem, "dora": dora, "hanna": hanna}


def membership_of(user: User) -> Membership:
    return Membership.objects.get(user=user)


def test_a_coordinator_sees_all_members_and_a_head_the_own_advisors(
    sign_in: SignIn, staff: dict[str, User]
) -> None:
    everybody = sign_in(staff["dora"]).get("/netz/mitglieder/").content.decode()
    own = sign_in(staff["hanna"]).get("/netz/mitglieder/").content.decode()

    assert [name in everybody for name in ("Ada", "Bela", "Hanna", "Cem")] == [True, True, True, False]
    assert "Ada arbeitet noch in dieser Rolle" in own
    assert "Bela" not in own


def test_a_review_due_stands_in_my_day_until_it_is_done(
    sign_in: SignIn, dora: User, ada: User, bela: User, acting_as: AskAs
) -> None:
    client = sign_in(dora)
    assert "3 Mitgliedschaften prüfen" in client.get("/").content.decode()
    with acting_as(dora):
        ids = [str(one.pk) for one in Membership.objects.all()]

    response = client.post("/netz/mitglieder/bestaetigen/", {"member": ids}, follow=True)

    assert "3 Mitgliedschaften bestätigt" in response.content.decode()
    assert "Mitgliedschaften prüfen" not in client.get("/").content.decode()
    with acting_as(dora):
        assert set(Membership.objects.values_list("reviewed_on", flat=True)) == {timezone.localdate()}


def test_nobody_confirms_members_of_others(
    sign_in: SignIn, hanna: User, bela: User, acting_as: AskAs
) -> None:
    with acting_as(bela):
        foreign = membership_of(bela)

    sign_in(hanna).post("/netz/mitglieder/bestaetigen/", {"member": [str(foreign.pk)]})

    with acting_as(bela):
        assert membership_of(bela).reviewed_on is None
    with acting_as(hanna) as actor, pytest.raises(actions.CannotChangeMember):
        actions.confirm_memberships(memberships=[foreign], today=TODAY, actor=actor)


@pytest.mark.parametrize("who", ["hanna", "dora"])
def test_a_role_that_ends_closes_the_files_and_what_was_opened_beside(
    who: str, staff: dict[str, User], hafen: Project, acting_as: AskAs
) -> None:
    """Also where the coordinator ends it, who may change no grant by herself."""
    ada, hanna, ending = staff["ada"], staff["hanna"], staff[who]
    place: Place = {"network_id": hafen.network_id, "carrier_id": hafen.carrier_id, "project_id": hafen.pk}
    file = make_person(hafen)
    with acting_as(ada) as actor:
        actions.open_file(
            place=place, subject_id=file.pk, scope=Scope.CASE_TEAM, grantee_id=ada.pk, cause="test",
            from_on=date(2026, 1, 1), actor=actor,
        )  # fmt: skip
        member = membership_of(ada)

    with acting_as(ending) as actor:
        actions.end_membership(membership=member, until_on=date(2026, 12, 1), today=TODAY, actor=actor)

    with acting_as(hanna):
        assert membership_of(ada).until_on == date(2026, 12, 1)
        assert Grant.objects.get().until_on == date(2026, 12, 1)


def test_the_page_ends_a_role_after_the_last_day(
    sign_in: SignIn, dora: User, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada):
        member = membership_of(ada)
    today = timezone.localdate()

    sign_in(dora).post(f"/netz/mitglieder/{member.pk}/ende/", {"last_day": today.isoformat()})

    with acting_as(dora):
        assert membership_of(ada).until_on == today + timedelta(days=1)


@pytest.mark.parametrize(
    ("who", "until_on", "problem"),
    [
        ("hanna", date(2022, 1, 1), MemberProblem.ENDS_BEFORE_START),
        ("hanna", date(2026, 11, 23), MemberProblem.ENDS_BEFORE_START),
        ("bela", date(2026, 12, 1), MemberProblem.NOT_ALLOWED),
        ("ada", date(2026, 12, 1), MemberProblem.NOT_ALLOWED),
    ],
)
def test_a_role_does_not_end_like_this(
    who: str, until_on: date, problem: MemberProblem, staff: dict[str, User], acting_as: AskAs
) -> None:
    ada = staff["ada"]
    with acting_as(ada):
        member = membership_of(ada)

    asking = acting_as(staff[who])
    with asking as actor, pytest.raises(actions.CannotChangeMember) as refusal:
        actions.end_membership(membership=member, until_on=until_on, today=TODAY, actor=actor)

    assert refusal.value.problems == [problem]
    with acting_as(ada):
        assert membership_of(ada).until_on is None


def test_the_last_coordinator_cannot_end_the_own_role(dora: User, acting_as: AskAs) -> None:
    with acting_as(dora) as actor, pytest.raises(actions.CannotChangeMember) as refusal:
        actions.end_membership(
            membership=membership_of(dora), until_on=date(2026, 12, 1), today=TODAY, actor=actor
        )

    assert refusal.value.problems == [MemberProblem.SELF]


def test_a_head_makes_a_link_with_which_an_advisor_sets_a_new_password(
    sign_in: SignIn, hanna: User, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada):
        member = membership_of(ada)

    page = sign_in(hanna).post(f"/netz/mitglieder/{member.pk}/kennwort/").content.decode()

    link = re.search(r"/konto/kennwort/neu/[\w-]+/", page)
    assert link, page
    client = Client()
    form = client.get(link[0])["Location"]
    client.post(form, {"password1": PASSWORD, "password2": PASSWORD})
    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)
    used = Client().get(link[0]).content.decode()
    assert "Dieser Link gilt nicht mehr" in used


def test_no_link_for_a_member_who_works_elsewhere_too(
    sign_in: SignIn, dora: User, hafen: Project, tal: Project, acting_as: AskAs
) -> None:
    """With the link Dora could open files of another network."""
    both = make_member("Berta", Role.ADVISOR, project=hafen)
    _also(both, tal)
    with acting_as(dora):
        member = Membership.objects.get(user=both)

    response = sign_in(dora).post(f"/netz/mitglieder/{member.pk}/kennwort/")

    assert response.status_code == 422
    assert "/konto/kennwort/neu/" not in response.content.decode()


def test_members_of_another_network_are_not_found(
    sign_in: SignIn, dora: User, cem: User, acting_as: AskAs
) -> None:
    with acting_as(cem):
        member = membership_of(cem)
    client = sign_in(dora)

    assert client.get(f"/netz/mitglieder/{member.pk}/ende/").status_code == 404
    assert client.post(f"/netz/mitglieder/{member.pk}/kennwort/").status_code == 404


def test_who_works_nowhere_any_more_is_switched_off_at_night_and_signed_out(
    sign_in: SignIn, ada: User, bela: User, hanna: User, acting_as: AskAs
) -> None:
    client = sign_in(ada)
    yesterday = timezone.localdate() - timedelta(days=1)
    with acting_as(ada):
        Membership.objects.filter(user=ada).update(until_on=yesterday)
    fresh = User.objects.create(email="neu@example.org", name="Neu")

    tasks.nightly(timestamp=0)

    states = dict(User.objects.values_list("name", "is_active"))
    assert (states["Ada"], states["Bela"], states[fresh.name]) == (False, True, True)
    assert client.get("/")["Location"].startswith("/konto/anmelden/")


def test_the_list_costs_the_same_however_many_members(
    sign_in: SignIn,
    dora: User,
    hafen: Project,
    queries_stay_flat: Callable[[Callable[[], object], Callable[[], object]], None],
) -> None:
    client = sign_in(dora)
    names = iter(range(100))

    def add_row() -> None:
        make_member(f"Neu{next(names)}", Role.ADVISOR, project=hafen)

    queries_stay_flat(lambda: client.get("/netz/mitglieder/"), add_row)


def _also(user: User, project: Project) -> None:
    with acting(actions.as_job(project)) as machine:
        actions.give_role(
            user_id=user.pk, role=Role.ADVISOR, project=project, network=None, from_on=date(2026, 1, 1),
            actor=machine,
        )  # fmt: skip
