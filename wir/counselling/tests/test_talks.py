from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling.actions import CannotTalk, begin_talk, finish_talk, save_phase
from wir.counselling.models import NeedsTalk, Stay
from wir.counselling.queries import talk_and_before
from wir.counselling.rules.guide import HIGHEST, Nearness, TalkProblem, changed, distance, guide, moved
from wir.counselling.tests.make import make_talk
from wir.people.models import Person


def test_the_guide_asks_each_thing_once_in_both_languages() -> None:
    edition = guide()
    questions = [question for phase in edition.phases for question in phase.questions]
    codes = [question.code for question in questions] + [scale.code for scale in edition.scales]

    assert [phase.code for phase in edition.phases] == ["arrival", "language", "work", "family", "goals"]
    assert len(codes) == len(set(codes)) == 21
    wordings = [*(phase.wording for phase in edition.phases), *(question.wording for question in questions)]
    for wording in (*wordings, *(scale.wording for scale in edition.scales)):
        assert set(wording) == {"de", "en"}


@given(st.dictionaries(st.sampled_from([scale.code for scale in guide().scales]), st.integers(0, HIGHEST)))
def test_the_distance_is_a_third_of_what_was_judged(scales: dict[str, int]) -> None:
    found = distance(scales)

    assert (found is None) is (not scales)
    if found:
        share = sum(scales.values()) / (4 * len(scales))
        near = [Nearness.FAR, Nearness.NEARER, Nearness.NEAR][(share >= 1 / 3) + (share >= 2 / 3)]
        assert found.nearness is near
        assert moved(scales, scales) == dict.fromkeys(scales, 0)


def test_what_changed_are_new_and_other_answers() -> None:
    assert changed({"a": "x", "b": "y"}, {"a": "x", "b": "z", "c": "new"}) == {"b", "c"}


@pytest.mark.django_db
def test_a_conversation_is_resumed_finished_and_held_again_with_the_change(
    yusuf: Person, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    first = make_talk(yusuf, ada, answers={"housing": "centre"}, scales={"german": 1}, on=date(2026, 4, 1))
    with acting_as(ada) as actor:
        save_phase(talk=first, answers={"tried": "Two firms"}, scales={}, today=TODAY, actor=actor)
        with pytest.raises(CannotTalk) as refused:
            begin_talk(person=yusuf, today=TODAY, actor=actor)
        assert refused.value.problems == [TalkProblem.ALREADY_OPEN]
        finish_talk(talk=first, today=TODAY, actor=actor)
        with pytest.raises(CannotTalk) as refused:
            save_phase(talk=first, answers={"tried": ""}, scales={}, today=TODAY, actor=actor)
        assert refused.value.problems == [TalkProblem.FINISHED]

    second = make_talk(yusuf, ada, answers={"housing": "own", "tried": " "}, scales={"german": 3})
    with acting_as(ada) as actor:
        found = talk_and_before(actor, yusuf.pk, second.pk)
        assert found is not None
        talk, before = found
        assert before is not None
        assert before.answers == {"housing": "centre", "tried": "Two firms"}
        assert talk.answers == {"housing": "own"}
        assert moved(before.scales, talk.scales) == {"german": 2}


@pytest.mark.django_db
@pytest.mark.parametrize("said", [({"diagnosis": "x"}, {}), ({}, {"german": 5})])
def test_what_the_guide_does_not_ask_is_not_kept(
    yusuf: Person,
    stay: Stay,
    ada: User,
    acting_as: AskAs,
    said: tuple[dict[str, str], dict[str, int]],
) -> None:
    answers, scales = said
    talk = make_talk(yusuf, ada)
    with acting_as(ada) as actor:
        with pytest.raises(CannotTalk) as refused:
            save_phase(talk=talk, answers=answers, scales=scales, today=TODAY, actor=actor)
        assert refused.value.problems == [TalkProblem.UNKNOWN]
        assert (NeedsTalk.objects.get().answers, NeedsTalk.objects.get().scales) == ({}, {})


@pytest.mark.django_db
def test_a_colleague_outside_the_team_neither_reads_nor_begins(
    yusuf: Person, stay: Stay, ada: User, colleague: User, acting_as: AskAs
) -> None:
    make_talk(yusuf, ada)
    with acting_as(colleague) as actor:
        assert not NeedsTalk.objects.exists()
        with pytest.raises(CannotTalk) as refused:
            begin_talk(person=yusuf, today=TODAY, actor=actor)
        assert refused.value.problems == [TalkProblem.NOT_IN_TEAM]


@pytest.mark.django_db
def test_the_pages_lead_from_phase_to_phase_and_show_what_changed(
    yusuf: Person, stay: Stay, ada: User, sign_in: Callable[[User], Client]
) -> None:
    browser, here = sign_in(ada), [yusuf.pk]
    url = browser.post(reverse("counselling:talks", args=here))["Location"]
    for phase in guide().phases:
        assert f"/{phase.code}/" in url
        page = browser.get(url).content.decode()
        assert phase.wording["de"] in page
        url = browser.post(url, {"housing": "centre", "tried": "Zwei Betriebe", "scale_german": "2"})[
            "Location"
        ]
    talk = browser.get(url).content.decode()
    assert "Unterkunft" in talk
    assert "Zwei Betriebe" in talk
    assert "2/4" in talk
    browser.post(f"{url}fertig/")
    again = browser.post(reverse("counselling:talks", args=here))["Location"]
    browser.post(again, {"housing": "own"})
    compared = browser.get(again.removesuffix("arrival/")).content.decode()
    assert "eigene Wohnung" in compared
    assert "zuvor:" in compared
    assert browser.get(reverse("counselling:talks", args=here)).status_code == 200
