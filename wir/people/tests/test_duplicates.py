"""The check between networks: off unless decided and agreed; it says "possible" at most, and forgets at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.db import connection, transaction
from pytest_django.fixtures import Settings

from tests.cast import SINCE, TODAY, AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.kit.acting import acting
from wir.kit.versions import marks_of
from wir.network import actions as network
from wir.network.actions import as_network_job
from wir.network.models import DuplicateBasis, Network, Project
from wir.network.tests.make import decide
from wir.people import actions, queries
from wir.people.actions import CannotCheck, CheckProblem, Elsewhere
from wir.people.cli import people as people_commands
from wir.people.models import DuplicateCount, DuplicateMark, Person
from wir.people.rules.cards import Card
from wir.people.tests.make import BORN, about, ask_about, join, make_marks_quick
from wir.privacy import actions as privacy
from wir.privacy.models import AuditEntry, Consent


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    make_marks_quick(monkeypatch)


@pytest.fixture
def yusuf(hafen: Project) -> Person:
    return make_person(hafen, birth_date=BORN)


@pytest.fixture
def both(north: Network, south: Network) -> None:
    """Both networks take part."""
    decide(north)
    decide(south)


@pytest.fixture
def joined(yusuf: Person, ada: User, both: None, acting_as: AskAs) -> Person:
    """Yusuf agreed to be found."""
    join(yusuf, ada, acting_as)
    return yusuf


@pytest.mark.django_db
def test_without_a_decision_nothing_is_asked_and_nothing_is_kept(
    yusuf: Person, hafen: Project, ada: User, acting_as: AskAs
) -> None:
    with pytest.raises(CannotCheck) as asked:
        ask_about(ada, acting_as, hafen)
    with pytest.raises(CannotCheck) as joined:
        join(yusuf, ada, acting_as)

    assert asked.value.problems == joined.value.problems == [CheckProblem.OFF]
    with acting_as(ada):
        assert (DuplicateMark.objects.count(), Consent.objects.count()) == (0, 0)
        assert not AuditEntry.objects.filter(verb="people.asked_elsewhere").exists()


@pytest.mark.django_db
def test_the_database_refuses_a_mark_without_decision_or_consent(
    yusuf: Person, north: Network, ada: User, acting_as: AskAs
) -> None:
    for prepare in (lambda: None, lambda: decide(north)):
        prepare()
        with acting_as(ada), pytest.raises(Exception, match="row-level security"), transaction.atomic():
            DuplicateMark.objects.create(**yusuf.place(), person=yusuf, digest=b"x" * 32)


@pytest.mark.django_db
def test_another_network_learns_that_it_is_possible_and_no_more(
    joined: Person,
    tal: Project,
    ada: User,
    cem: User,
    acting_as: AskAs,
) -> None:

    assert ask_about(cem, acting_as, tal, "Youssef", "Demir") is Elsewhere.POSSIBLE
    assert ask_about(cem, acting_as, tal, "Selam", "Tesfay") is Elsewhere.NOTHING
    with acting_as(cem):
        assert DuplicateMark.objects.count() == 0
        lines = AuditEntry.objects.filter(verb="people.asked_elsewhere")
        assert [(line.subject_id, line.detail) for line in lines] == [(None, {}), (None, {})]


@pytest.mark.django_db
def test_the_own_network_is_not_asked(joined: Person, hafen: Project, ada: User, acting_as: AskAs) -> None:

    assert ask_about(ada, acting_as, hafen) is Elsewhere.NOTHING


@pytest.mark.usefixtures("both")
@pytest.mark.django_db
def test_without_the_persons_consent_nothing_is_asked(hafen: Project, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor, pytest.raises(CannotCheck) as refused:
        actions.ask_elsewhere(
            network_id=hafen.network_id,
            given="Yusuf",
            family="Demir",
            birth_date=BORN,
            consented=False,
            actor=actor,
        )

    assert refused.value.problems == [CheckProblem.NO_CONSENT]


@pytest.mark.django_db
def test_taking_consent_back_forgets_the_marks_at_once(
    joined: Person,
    tal: Project,
    ada: User,
    cem: User,
    acting_as: AskAs,
) -> None:
    with acting_as(ada) as actor:
        kept = DuplicateMark.objects.count()
        actions.leave_check(person=joined, today=TODAY, actor=actor)
        left = DuplicateMark.objects.count()

    assert (kept, left) == (1, 0)
    assert ask_about(cem, acting_as, tal) is Elsewhere.NOTHING


@pytest.mark.django_db
def test_marks_go_whatever_withdraws_the_consent(joined: Person, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada):
        Consent.objects.filter(subject_id=joined.pk).update(withdrawn_on=TODAY)

        assert DuplicateMark.objects.count() == 0


@pytest.mark.usefixtures("both")
@pytest.mark.django_db
def test_a_yes_recorded_on_another_page_keeps_marks_too(
    yusuf: Person, tal: Project, ada: User, cem: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        privacy.give_consent(**about(yusuf), given_on=TODAY, actor=actor)

    assert ask_about(cem, acting_as, tal) is Elsewhere.POSSIBLE


@pytest.mark.usefixtures("both")
@pytest.mark.django_db
def test_a_yes_that_is_over_already_keeps_no_marks(yusuf: Person, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        privacy.give_consent(**about(yusuf), given_on=SINCE, ends_on=TODAY, actor=actor)

        assert DuplicateMark.objects.count() == 0


@pytest.mark.django_db
def test_a_yes_from_before_the_decision_gets_its_marks_on_the_page(
    yusuf: Person, north: Network, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        privacy.give_consent(**about(yusuf), given_on=TODAY, actor=actor)
        before = DuplicateMark.objects.count()
    decide(north)
    join(yusuf, ada, acting_as)

    with acting_as(ada):
        assert (before, DuplicateMark.objects.count(), Consent.objects.count()) == (0, 1, 1)


@pytest.mark.usefixtures("both")
@pytest.mark.django_db
def test_a_yes_that_ran_out_is_not_found_and_its_marks_go_at_night(
    yusuf: Person, tal: Project, ada: User, cem: User, acting_as: AskAs
) -> None:
    join(yusuf, ada, acting_as)
    with acting_as(ada):
        Consent.objects.update(given_on=SINCE, ends_on=TODAY)
    answer = ask_about(cem, acting_as, tal)
    with acting(as_network_job(yusuf.network_id)) as job:
        forgotten = [
            actions.forget_marks_without_consent(network_id=yusuf.network_id, today=day, actor=job)
            for day in (TODAY - timedelta(days=1), TODAY, TODAY)
        ]

    assert (answer, forgotten) == (Elsewhere.NOTHING, [0, 1, 0])
    with acting_as(ada):
        assert DuplicateMark.objects.count() == 0


@pytest.mark.usefixtures("joined")
@pytest.mark.django_db
def test_ending_the_decision_forgets_all_marks_of_the_network(
    tal: Project, ada: User, cem: User, dora: User, acting_as: AskAs
) -> None:
    before = ask_about(cem, acting_as, tal)
    with acting_as(dora) as actor:
        network.end_duplicate_basis(basis=DuplicateBasis.objects.get(), today=TODAY, actor=actor)
    with acting_as(ada):
        left = DuplicateMark.objects.count()

    assert (before, ask_about(cem, acting_as, tal), left) == (Elsewhere.POSSIBLE, Elsewhere.NOTHING, 0)


@pytest.mark.django_db
def test_a_corrected_name_gets_new_marks(
    joined: Person,
    tal: Project,
    ada: User,
    cem: User,
    acting_as: AskAs,
) -> None:
    with acting_as(ada) as actor:
        file = queries.with_profile(actor, joined.pk)
        assert file is not None
        known = queries.card_values(file, Card.NAMES)
        actions.correct_card(
            person=joined,
            card=Card.NAMES,
            values=known | {"given_names": "Selam", "family_names": "Tesfay"},
            seen=marks_of(known),
            today=TODAY,
            actor=actor,
        )

    assert ask_about(cem, acting_as, tal) is Elsewhere.NOTHING
    assert ask_about(cem, acting_as, tal, "Selam", "Tesfai") is Elsewhere.POSSIBLE


@pytest.mark.usefixtures("both")
@pytest.mark.django_db
def test_the_twenty_first_question_of_a_day_is_refused(tal: Project, cem: User, acting_as: AskAs) -> None:
    answers = {ask_about(cem, acting_as, tal) for _ in range(20)}
    with pytest.raises(CannotCheck) as refused:
        ask_about(cem, acting_as, tal)

    assert answers == {Elsewhere.NOTHING}
    assert refused.value.problems == [CheckProblem.LIMIT]
    with acting_as(cem):
        assert DuplicateCount.objects.get().asked == 20


@pytest.mark.usefixtures("both")
@pytest.mark.django_db
def test_nobody_sets_the_count_back(tal: Project, cem: User, acting_as: AskAs) -> None:
    ask_about(cem, acting_as, tal)
    with acting_as(cem):
        changed = DuplicateCount.objects.update(asked=0), DuplicateCount.objects.all().delete()[0]

    assert changed == (0, 0)


@pytest.mark.usefixtures("both")
@pytest.mark.django_db
def test_the_function_asks_for_few_marks_a_time_and_for_ones_own_network_alone(
    tal: Project, hafen: Project, cem: User, acting_as: AskAs
) -> None:
    def ask(digests: list[bytes], project: Project) -> str:
        with connection.cursor() as cursor:
            cursor.execute("select people_duplicate_elsewhere(%s, %s)", [digests, project.network_id])
            return str(cursor.fetchone()[0])

    with acting_as(cem):
        answers = ask([b"x"] * 5, tal), ask([b"x"], hafen), ask([b"x"], tal)

    assert answers == ("off", "off", "nothing")


@pytest.mark.django_db
@pytest.mark.usefixtures("joined")
def test_nobody_outside_the_file_sees_a_mark(
    bela: User, cem: User, dora: User, emil: User, acting_as: AskAs
) -> None:
    seen = []
    for user in (bela, cem, dora, emil):
        with acting_as(user):
            seen.append(DuplicateMark.objects.count())

    assert seen == [0, 0, 0, 0]


@pytest.mark.django_db
@pytest.mark.usefixtures("joined")
def test_after_a_change_of_the_key_the_command_makes_the_marks_anew(
    tal: Project, cem: User, acting_as: AskAs, settings: Settings
) -> None:
    settings.WIR_DUPLICATE_KEY = "the key after a change"
    before = ask_about(cem, acting_as, tal)
    done = CliRunner().invoke(people_commands, ["renew-marks"])

    assert before is Elsewhere.NOTHING
    assert done.output == "Prüfwerte von 1 Personen neu gebildet.\n"
    assert ask_about(cem, acting_as, tal) is Elsewhere.POSSIBLE
