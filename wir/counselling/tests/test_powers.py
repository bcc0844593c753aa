from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.actions import (
    CannotEmpower,
    answer_legal_question,
    name_guardian,
    prepare_power,
    revoke_power,
    sign_power,
)
from wir.counselling.models import LegalQuestion, Power, Stay
from wir.counselling.queries import may_we_speak, speaking_partners
from wir.counselling.rules import Topic
from wir.counselling.rules.papers import languages, sheets
from wir.counselling.rules.powers import (
    GuardianKind,
    PowerFacts,
    PowerKind,
    PowerProblem,
    PowerState,
    Signer,
    Speech,
    may_speak,
    signers_needed,
    state_of,
)
from wir.counselling.tests.make import make_power, make_question
from wir.kit.ids import new_id
from wir.network.models import Project
from wir.people.models import Person
from wir.tasks.models import Task

BODY = new_id()
SIGNED = PowerFacts(
    id=new_id(),
    body_id=BODY,
    topics=frozenset({Topic.MONEY}),
    signed_on=date(2026, 1, 10),
    signed_by=frozenset({Signer.PERSON}),
    until_on=date(2026, 12, 1),
    revoked_on=None,
)


@pytest.mark.parametrize(
    ("birth", "signers"),
    [
        (date(2008, 11, 24), {Signer.PERSON}),
        (date(2008, 11, 25), {Signer.PERSON, Signer.GUARDIAN}),
        (date(2011, 11, 24), {Signer.PERSON, Signer.GUARDIAN}),
        (date(2011, 11, 25), {Signer.GUARDIAN}),
        (None, {Signer.PERSON}),
    ],
)
def test_who_signs_follows_from_the_age(birth: date | None, signers: set[Signer]) -> None:
    assert signers_needed(birth, TODAY) == signers


@given(
    day=st.dates(date(2025, 12, 1), date(2027, 1, 31)),
    revoked=st.none() | st.dates(date(2026, 1, 10), date(2026, 12, 31)),
)
def test_a_power_counts_from_its_signature_to_its_end_or_its_revocation(
    day: date, revoked: date | None
) -> None:
    facts = PowerFacts(
        id=SIGNED.id,
        body_id=BODY,
        topics=SIGNED.topics,
        signed_on=SIGNED.signed_on,
        signed_by=SIGNED.signed_by,
        until_on=SIGNED.until_on,
        revoked_on=revoked,
    )
    end = min(SIGNED.until_on, revoked or date.max)
    valid = date(2026, 1, 10) <= day < end

    assert (state_of(facts, birth_date=None, day=day) is PowerState.VALID) is valid
    spoken = may_speak([facts], body_id=BODY, topic=Topic.MONEY, birth_date=None, day=day)
    assert (spoken.speech is Speech.YES) is valid


def test_another_body_or_topic_is_not_covered() -> None:
    def asked(body: object, topic: Topic) -> Speech:
        body_id = BODY if body is BODY else new_id()
        return may_speak([SIGNED], body_id=body_id, topic=topic, birth_date=None, day=TODAY).speech

    assert asked(BODY, Topic.MONEY) is Speech.YES
    assert asked(BODY, Topic.HEALTH) is Speech.OTHER_TOPICS
    assert asked(None, Topic.MONEY) is Speech.NOTHING_SIGNED


@pytest.mark.parametrize("paper", ["power", "release", "plan"])
@pytest.mark.parametrize("language", languages())
def test_every_paper_has_every_word_in_each_language_and_ends_in_german(paper: str, language: str) -> None:
    made, reference = sheets(paper, language), sheets(paper, "de")[0]

    assert made[-1] == reference
    assert set(made[0].words) == set(reference.words)
    assert set(made[0].topics) == {topic.value for topic in Topic}
    assert bool(made[0].warning) is (language != "de")
    assert len(made) == (1 if language == "de" else 2)


@pytest.mark.django_db
def test_we_speak_once_it_is_signed_and_no_longer_once_it_is_taken_back(
    yusuf: Person, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    power = make_power(yusuf, ada)

    def speech() -> Speech:
        with acting_as(ada) as actor:
            return may_we_speak(actor, yusuf, body_id=power.body_id, topic=Topic.MONEY, day=TODAY).speech

    assert speech() is Speech.UNSIGNED
    with acting_as(ada) as actor:
        sign_power(
            power=power,
            signed_on=TODAY,
            signed_by=[Signer.PERSON],
            scan_id=None,
            today=TODAY,
            actor=actor,
        )
        assert [one.pk for one in speaking_partners(actor, yusuf, TODAY)] == [power.pk]
    assert speech() is Speech.YES
    with acting_as(ada) as actor:
        revoke_power(power=power, revoked_on=TODAY, today=TODAY, actor=actor)
    assert speech() is Speech.REVOKED


@pytest.mark.django_db
def test_for_a_minor_of_sixteen_both_sign_and_the_guardian_is_known(
    hafen: Project, ada: User, acting_as: AskAs
) -> None:
    minor = make_person(hafen, given_names="Amina", birth_date=date(2010, 5, 1))
    make_stay(minor, ada)
    power = make_power(minor, ada)
    both = [Signer.PERSON, Signer.GUARDIAN]
    with acting_as(ada) as actor:
        with pytest.raises(CannotEmpower) as refused:
            sign_power(
                power=power,
                signed_on=TODAY,
                signed_by=[Signer.PERSON],
                scan_id=None,
                today=TODAY,
                actor=actor,
            )
        assert refused.value.problems == [PowerProblem.GUARDIAN_MUST_SIGN]
        with pytest.raises(CannotEmpower) as refused:
            sign_power(power=power, signed_on=TODAY, signed_by=both, scan_id=None, today=TODAY, actor=actor)
        assert refused.value.problems == [PowerProblem.NO_GUARDIAN]
        assert Power.objects.get().signed_on is None
        name_guardian(
            person=minor,
            kind=GuardianKind.VORMUND,
            name="Jugendamt Mitte",
            reach="",
            document_id=None,
            from_on=date(2026, 1, 1),
            until_on=None,
            today=TODAY,
            actor=actor,
        )
        sign_power(power=power, signed_on=TODAY, signed_by=both, scan_id=None, today=TODAY, actor=actor)
        assert speaking_partners(actor, minor, TODAY)[0].signed_by == ["guardian", "person"]


@pytest.mark.django_db
def test_what_is_prepared_names_body_topics_and_a_later_end(
    yusuf: Person, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(CannotEmpower) as refused:
            prepare_power(
                person=yusuf,
                kind=PowerKind.RELEASE,
                body=" ",
                topics=[],
                language="de",
                until_on=TODAY,
                today=TODAY,
                actor=actor,
            )
        assert refused.value.problems == [
            PowerProblem.BODY_MISSING,
            PowerProblem.TOPICS_MISSING,
            PowerProblem.END_NOT_AFTER_START,
        ]
        assert not Power.objects.exists()


@pytest.mark.django_db
def test_a_legal_question_waits_for_its_answer_and_keeps_it(
    yusuf: Person, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    asked = make_question(yusuf, ada)
    with acting_as(ada) as actor:
        task = Task.objects.get(reason="legal_question")
        assert (task.due_on, task.assignee) == (TODAY + timedelta(days=7), ada)
        answer_legal_question(asked=asked, answer="Yes, § 84 AufenthG.", today=TODAY, actor=actor)
        assert not Task.objects.open().exists()
        with pytest.raises(CannotEmpower):
            answer_legal_question(asked=asked, answer="No.", today=TODAY, actor=actor)
        assert LegalQuestion.objects.get().answer == "Yes, § 84 AufenthG."


@pytest.mark.django_db
def test_the_page_says_with_whom_we_may_speak_and_prints_both_languages(
    yusuf: Person,
    stay: Stay,
    ada: User,
    sign_in: Callable[[User], Client],
    queries_stay_flat: Callable[..., None],
) -> None:
    power = make_power(yusuf, ada, signed_on=date(2026, 11, 2))
    browser = sign_in(ada)
    page = reverse("counselling:powers", args=[yusuf.pk])
    body = str(power.body_id)

    assert "Sie dürfen sprechen" in browser.get(page, {"body": body, "topic": "money"}).content.decode()
    assert (
        "Sie dürfen nicht sprechen" in browser.get(page, {"body": body, "topic": "family"}).content.decode()
    )
    print_it = reverse("counselling:power_paper", args=[yusuf.pk, power.pk])
    paper = browser.get(print_it, {"form": "html"}).content.decode()
    assert "توكيل" in paper
    assert "Vollmacht" in paper
    assert "Gilt bis einschließlich" in paper
    assert "28.02.2027" in paper
    assert "Unterschrift der Person" in paper
    queries_stay_flat(lambda: browser.get(page), lambda: make_power(yusuf, ada))
