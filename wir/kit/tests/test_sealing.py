"""Seal and open: only at the same place, only with the keys of the ring, and never after a change."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from wir.kit import sealing
from wir.kit.fields import SealedJSONField
from wir.kit.sealing import CannotUnseal, KeyMissing, Use, new_key, seal, unseal

PLACE = "people_sealedneed.text/n/1"
TEXT = "Rückenleiden seit der Flucht 🌱".encode()


@pytest.fixture(autouse=True)
def keys(settings: Settings) -> list[str]:
    ours = [new_key(), new_key()]
    settings.WIR_KEYS = " ".join(ours)
    return ours


@pytest.mark.parametrize("content", [b"", b"x", TEXT, bytes(100_000)], ids=len)
def test_what_was_sealed_is_opened_at_the_same_place(content: bytes) -> None:
    sealed = seal(content, use=Use.FIELDS, place=PLACE)

    assert unseal(sealed, use=Use.FIELDS, place=PLACE) == content
    assert len(sealed) == len(content) + 33


def test_the_same_text_looks_different_each_time() -> None:
    assert seal(TEXT, use=Use.FIELDS, place=PLACE) != seal(TEXT, use=Use.FIELDS, place=PLACE)


@pytest.mark.parametrize("place", ["people_sealedneed.text/n/2", "people_sealedneed.helps/n/1", ""])
def test_a_value_moved_to_another_place_is_refused(place: str) -> None:
    sealed = seal(TEXT, use=Use.FIELDS, place=PLACE)

    with pytest.raises(CannotUnseal, match="moved to another place"):
        unseal(sealed, use=Use.FIELDS, place=place)


def test_a_key_for_one_use_opens_nothing_of_another() -> None:
    sealed = seal(TEXT, use=Use.SECOND_FACTOR, place=PLACE)

    with pytest.raises(CannotUnseal):
        unseal(sealed, use=Use.FIELDS, place=PLACE)


def test_no_single_byte_can_be_changed() -> None:
    sealed = seal(b"ab", use=Use.FIELDS, place=PLACE)

    for at in range(len(sealed)):
        changed = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises((CannotUnseal, KeyMissing)):
            unseal(changed, use=Use.FIELDS, place=PLACE)


@pytest.mark.parametrize("length", range(0, 33, 4))
def test_a_value_cut_short_is_refused(length: int) -> None:
    with pytest.raises(CannotUnseal):
        unseal(seal(TEXT, use=Use.FIELDS, place=PLACE)[:length], use=Use.FIELDS, place=PLACE)


def test_the_last_key_seals_and_all_keys_open(settings: Settings, keys: list[str]) -> None:
    old = seal(TEXT, use=Use.FIELDS, place=PLACE)
    settings.WIR_KEYS = " ".join([*keys, new_key()])
    new = seal(TEXT, use=Use.FIELDS, place=PLACE)

    assert sealing.key_id_of(old) == sealing.ring().ids[1]
    assert sealing.key_id_of(new) == sealing.ring().ids[2]
    assert {unseal(value, use=Use.FIELDS, place=PLACE) for value in (old, new)} == {TEXT}


def test_a_missing_key_is_named_with_what_helps(settings: Settings) -> None:
    sealed = seal(TEXT, use=Use.FIELDS, place=PLACE)
    settings.WIR_KEYS = new_key()

    with pytest.raises(KeyMissing, match=f"key {sealing.key_id_of(sealed)} is missing.*WIR_KEY_FILE"):
        unseal(sealed, use=Use.FIELDS, place=PLACE)


def test_without_any_key_nothing_is_sealed(settings: Settings) -> None:
    settings.WIR_KEYS = settings.WIR_KEY_FILE = ""

    with pytest.raises(KeyMissing, match="Set WIR_KEYS or WIR_KEY_FILE"):
        seal(TEXT, use=Use.FIELDS, place=PLACE)


@pytest.mark.parametrize("word", ["kurz", "%%%", "A" * 40, "ä" * 44])
def test_a_wrong_key_is_refused_without_being_quoted(settings: Settings, word: str) -> None:
    settings.WIR_KEYS = f"{new_key()} {word}"

    with pytest.raises(KeyMissing, match="Key 2 is not 32 bytes in base64") as refusal:
        sealing.ring()
    assert word not in str(refusal.value)


def test_a_key_added_to_the_file_counts_at_once(settings: Settings, tmp_path: Path) -> None:
    settings.WIR_KEYS = ""
    settings.WIR_KEY_FILE = str(tmp_path / "keys")
    first, second = new_key(), new_key()
    (tmp_path / "keys").write_text(first)
    before = sealing.ring().ids
    (tmp_path / "keys").write_text(f"{first}\n{second}\n")
    os.utime(tmp_path / "keys", ns=(1, 1))

    assert sealing.ring().ids[0] == before[0]
    assert len(sealing.ring().ids) == 2


def test_a_key_file_that_is_not_there_is_named(settings: Settings, tmp_path: Path) -> None:
    settings.WIR_KEYS = ""
    settings.WIR_KEY_FILE = str(tmp_path / "keys")

    with pytest.raises(KeyMissing, match="cannot be read"):
        sealing.ring()


def test_a_fingerprint_depends_on_content_place_and_key(settings: Settings) -> None:
    newest, older = sealing.fingerprints(TEXT, place="yusuf")

    assert newest != older
    assert sealing.fingerprints(TEXT, place="selam")[0] != newest
    assert sealing.fingerprints(TEXT + b".", place="yusuf")[0] != newest
    assert sealing.fingerprints(TEXT, place="yusuf") == (newest, older)


def test_a_site_in_earnest_does_not_start_without_keys(settings: Settings) -> None:
    settings.WIR_KEYS = settings.WIR_KEY_FILE = ""
    config = apps.get_app_config("kit")
    settings.SECRET_KEY_IS_OWN = False
    config.ready()
    settings.SECRET_KEY_IS_OWN = True

    with pytest.raises(ImproperlyConfigured, match="Set WIR_KEYS or WIR_KEY_FILE"):
        config.ready()


@pytest.mark.parametrize("value", [{"a": [1, 2.5, None, True]}, [], "ä🌱", 0])
def test_a_sealed_json_field_keeps_values_as_they_are(value: object) -> None:
    field = SealedJSONField()

    assert field.decoded(field.encoded(value)) == value


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    yield
    sealing._ring_of.cache_clear()
