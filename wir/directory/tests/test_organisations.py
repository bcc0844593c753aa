from tests.cast import AskAs
from wir.accounts.models import User
from wir.directory.actions import find_or_add_organisation
from wir.directory.models import Organisation
from wir.directory.queries import search_organisations
from wir.directory.rules import OrganisationKind, same_words
from wir.kit.acting import Actor
from wir.privacy.models import AuditEntry


def find(
    actor: Actor, name: str, postcode: str = "20095", kind: OrganisationKind = OrganisationKind.EMPLOYER
) -> Organisation:
    return find_or_add_organisation(name=name, kind=kind, postcode=postcode, place="Hamburg", actor=actor)


def test_spaces_are_single_and_none_stand_around() -> None:
    assert same_words("  Bäckerei \t Muster ") == "Bäckerei Muster"


def test_whoever_comes_first_writes_it_down_and_the_next_finds_it(
    ada: User, cem: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        first = find(actor, "Bäckerei Muster")
        assert AuditEntry.objects.get(verb="directory.organisation_added").actor_id == ada.pk
    with acting_as(cem) as actor:
        again = find(actor, " bäckerei  MUSTER ")
        assert not AuditEntry.objects.filter(verb="directory.organisation_added", actor_id=cem.pk).exists()

    assert again == first
    assert Organisation.objects.count() == 1
    assert (first.name, first.postcode, first.place) == ("Bäckerei Muster", "20095", "Hamburg")


def test_a_firm_in_another_town_or_of_another_kind_is_another_one(ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        here = find(actor, "Muster")
        there = find(actor, "Muster", postcode="10115")
        school = find(actor, "Muster", kind=OrganisationKind.SCHOOL)

    assert len({here.pk, there.pk, school.pk}) == 3


def test_without_a_postcode_the_only_one_of_that_name_is_meant(ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        only = find(actor, "Muster")
        assert find(actor, "Muster", postcode="") == only

        find(actor, "Muster", postcode="10115")
        unknown = find(actor, "Muster", postcode="")

    assert unknown != only
    assert unknown.postcode == ""


def test_the_search_wants_every_word_in_name_or_place(ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        bakery = find(actor, "Bäckerei Muster")
        find(actor, "Elektro Muster")

    assert list(search_organisations("bäck hamb")) == [bakery]
    assert [found.name for found in search_organisations("muster")] == ["Bäckerei Muster", "Elektro Muster"]
    assert len(search_organisations("muster", limit=1)) == 1
    assert list(search_organisations("  ")) == []
