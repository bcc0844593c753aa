"""What the kit sees to before anything else."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection
from django.db.models.signals import pre_migrate

LIKENESS = "select current_setting('pg_trgm.word_similarity_threshold', true)"


@pytest.mark.django_db(transaction=True)
def test_whoever_migrates_has_the_library_of_trigrams_though_the_extension_is_older_than_the_session() -> (
    None
):
    connection.close()
    with connection.cursor() as cursor:
        cursor.execute(LIKENESS)
        before = cursor.fetchone()
        pre_migrate.send(sender=apps.get_app_config("people"), using="default")
        cursor.execute(LIKENESS)
        after = cursor.fetchone()

    assert (before, after) == ((None,), ("0.6",))
