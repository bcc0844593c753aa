"""My day: whom to call, why, and what becomes of a row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.test import Client

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.counselling.tests.make import make_contact
from wir.desk.tests.test_case import add_step
from wir.network.models import Project
from wir.people.rules.facts import ResidenceStatus
from wir.people.rules.persons import Paper
from wir.tasks.actions import set_rule
from wir.tasks.models import Task
from wir.tasks.queries import history_of_rules, rule_for
from wir.tasks.rules import AUTOMATIC, Rule, TaskReason, usual

SignIn = Callable[[User], Client]


def parts(client: Client, query: str = "") -> dict[str, list[str]]:
    """Return who stands in each part of the day, by part."""
    found = client.get(f"/?{query}").context["parts"]
    return {part.kind.value: [row[0].label for row in part.table.rows] for part in found}


def test_silence_is_counted_from_the_last_contact_or_the_entry_as_the_sub_project_wants(
    sign_in: SignIn, ada: User, hanna: User, hafen: Project, acting_as: AskAs
) -> None:
    for name, days in (("Lang", 60), ("Genau", 42), ("Frisch", 41)):
        person = make_person(hafen, family_names=name)
        make_stay(person, ada)
        make_contact(person, ada, on=TODAY - timedelta(days=days))
    make_stay(make_person(hafen, family_names="Nie"), ada, entered_on=TODAY - timedelta(days=50))
    client = sign_in(ada)

    assert parts(client) == {"silence": ["Lang, Yusuf", "Nie, Yusuf", "Genau, Yusuf"]}
    body = client.get("/").content.decode()
    assert "seit 60 Tagen kein Kontakt" in body
    assert "letzter Kontakt am 25.09.2026" in body
    assert "in Beratung seit 05.10.2026" in body

    for is_on, days, names in ((True, 55, ["Lang, Yusuf"]), (False, 1, None)):
        with acting_as(hanna) as actor:
            set_rule(
                place=(hafen.network_id, hafen.pk),
                reason=TaskReason.SILENCE,
                is_on=is_on,
                days=days,
                may_set=True,
                actor=actor,
            )
        assert parts(client).get("silence") == names


def test_what_is_put_off_is_gone_until_its_day_and_comes_back_with_the_reason(
    sign_in: SignIn, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    paper = Paper(status=ResidenceStatus.DULDUNG, from_on=date(2026, 1, 1), valid_until=date(2026, 12, 20))
    person = make_person(hafen, paper=paper)
    make_stay(person, ada)
    make_contact(person, ada, on=TODAY)
    client, address = sign_in(ada), f"/faelle/{person.pk}/spaeter/paper/"
    assert parts(client) == {"paper": ["Demir, Yusuf"]}

    refused = client.post(address, {"until": "2026-11-24", "why": ""})
    assert refused.status_code == 422
    assert "warum das warten kann" in refused.content.decode()
    assert parts(client) == {"paper": ["Demir, Yusuf"]}

    assert client.post(address, {"until": "2026-12-01", "why": "Termin steht"}).status_code == 302
    assert parts(client) == {}
    assert "wieder am 01.12.2026: Termin steht" in client.get("/aufgaben/?show=later").content.decode()
    assert client.get(f"/faelle/{person.pk}/spaeter/other/").status_code == 404
    with acting_as(ada):
        Task.objects.update(due_on=TODAY, remind_on=TODAY)
    assert parts(client) == {"task": ["Demir, Yusuf"]}
    assert "Termin steht" in client.get("/").content.decode()


def test_a_task_is_done_with_one_click_and_undone_right_after(
    sign_in: SignIn, ada: User, stay: Stay, acting_as: AskAs
) -> None:
    make_contact(stay.person, ada, on=TODAY)
    add_step(stay.person, ada, "Wegen der Schicht anrufen")
    client = sign_in(ada)
    with acting_as(ada):
        task = Task.objects.get()

    body = client.get("/").content.decode()
    assert f'formaction="/aufgaben/{task.pk}/erledigt/"' in body
    row = client.post(f"/aufgaben/{task.pk}/erledigt/", {"show": "day"}, headers={"HX-Request": "true"})
    assert row.content.decode().startswith('<tr><td colspan="4">')
    assert f'formaction="/aufgaben/{task.pk}/offen/"' in row.content.decode()
    assert parts(client) == {}
    client.post(f"/aufgaben/{task.pk}/offen/", {"show": "day"})
    assert parts(client) == {"task": ["Demir, Yusuf"]}


def test_the_parts_stand_by_urgency_with_counts_and_one_alone_by_its_address(
    sign_in: SignIn, ada: User, stay: Stay, acting_as: AskAs
) -> None:
    add_step(stay.person, ada)
    client = sign_in(ada)
    with acting_as(ada):
        step = Task.objects.get()
        Task.objects.create(
            network_id=step.network_id,
            project_id=step.project_id,
            subject_id=step.subject_id,
            reason="legal_date",
            due_on=TODAY,
        )

    assert list(parts(client)) == ["deadline", "task", "silence"]
    assert list(parts(client, "kind=silence")) == ["silence"]
    assert list(parts(client, "kind=<b>")) == ["deadline", "task", "silence"]
    kinds = client.get("/?kind=silence").context["kinds"]
    assert [(str(one.label), one.badge, one.current) for one in kinds] == [
        ("Alles", 3, False),
        ("Fristen", 1, False),
        ("Aufgaben", 1, False),
        ("Funkstille", 1, True),
    ]


def test_the_head_sets_which_tasks_arise_by_themselves_and_the_page_keeps_what_was_set(
    sign_in: SignIn, ada: User, hanna: User, hafen: Project, acting_as: AskAs
) -> None:
    address = f"/aufgaben/regeln/{hafen.pk}/"
    days = {
        f"{code}_days": str(usual(code).days) for code, kind in AUTOMATIC.items() if kind.days is not None
    }
    on = {f"{code}_on": "on" for code, kind in AUTOMATIC.items() if not kind.fixed}
    del on["step_on"]
    assert sign_in(hanna).get("/aufgaben/regeln/")["Location"] == address
    advisor = sign_in(ada)
    assert 'type="checkbox"' not in advisor.get(address).content.decode()
    assert advisor.post(address, days | on).status_code == 404

    head = sign_in(hanna)
    refused = head.post(address, days | on | {"silence_days": "181"})
    assert refused.status_code == 422
    assert 'value="181"' in refused.content.decode()
    assert head.post(address, days | on | {"silence_days": "30"}).status_code == 302

    with acting_as(ada) as actor:
        assert rule_for(actor, hafen.pk, TaskReason.STEP) == Rule(is_on=False, days=0)
        assert rule_for(actor, hafen.pk, TaskReason.SILENCE) == Rule(is_on=True, days=30)
        assert history_of_rules(actor, hafen.pk).count() == 2
    body = head.get(address).content.decode()
    assert "an, 30 Tage" in body
    assert "abgeschaltet" in body
