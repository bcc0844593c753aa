from __future__ import annotations

from datetime import date

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling.actions import end_stay
from wir.counselling.models import Stay
from wir.counselling.pages import (
    contacts_in_timeline,
    names_for_tasks,
    places_for_tasks,
    stays_in_timeline,
)
from wir.counselling.rules import ExitReason
from wir.counselling.tests.make import make_contact
from wir.kit import registry
from wir.network.models import Project


def test_both_tabs_stand_in_the_case_file() -> None:
    names = [tab.url_name for tab in registry.tabs()]

    assert names.index("counselling:contacts") < names.index("counselling:plan")


def test_the_timeline_tells_entry_and_exit(stay: Stay, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        end_stay(stay=stay, exited_on=date(2026, 6, 1), reason=ExitReason.WORK, today=TODAY, actor=actor)
        items = [(item.on, item.title, item.detail) for item in stays_in_timeline(actor, stay.person_id)]

    assert items == [
        (date(2026, 3, 2), "Eintritt: Hafen", "Beratung: Ada"),
        (date(2026, 6, 1), "Austritt: Hafen", "Arbeit aufgenommen"),
    ]


def test_the_timeline_tells_of_conversations_but_not_what_was_said(
    stay: Stay, ada: User, acting_as: AskAs
) -> None:
    make_contact(stay.person, ada, minutes=1, note="Fears for the brother.")

    with acting_as(ada) as actor:
        (item,) = contacts_in_timeline(actor, stay.person_id)

    assert (item.on, item.title) == (date(2026, 4, 1), "Gespräch: Persönlich")
    assert item.detail == "1 Minute · Arbeitssuche · Ada"
    assert item.url == f"/faelle/{stay.person_id}/kontakte/"


def test_the_list_of_tasks_learns_places_and_names(
    stay: Stay, hafen: Project, ada: User, bela: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        assert [(one.project_id, one.name) for one in places_for_tasks(actor)] == [(hafen.pk, "Hafen")]
        assert names_for_tasks(actor, [stay.person_id]) == {stay.person_id: "Demir, Yusuf"}
    with acting_as(bela) as actor:
        assert names_for_tasks(actor, [stay.person_id]) == {}
