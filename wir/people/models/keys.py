"""By what people are found: keys derived from their names and numbers, kept apart from them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.signals import post_save
from django.dispatch import receiver

from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models.files import Person, PersonIdentity
from wir.people.rules.asked import phone_keys, search_keys


class NameKeysQuerySet(FileQuerySet["NameKeys"]):
    """Filters on search keys."""


class NameKeys(FileRow):
    """Folded names, their sounds in any script, and comparable telephone numbers of one person.

    Derived: written anew whenever an identity is saved; nobody reads them but the search.
    """

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="name_keys")
    text = personal(models.TextField(), "counselling")
    sounds = personal(ArrayField(models.TextField(), default=list), "counselling")
    numbers = personal(ArrayField(models.TextField(), default=list), "counselling")

    objects = NameKeysQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["network", "project"]),
            GinIndex(OpClass("text", name="gin_trgm_ops"), name="name_keys_text"),
            GinIndex(fields=["sounds"], name="name_keys_sounds"),
            GinIndex(fields=["numbers"], name="name_keys_numbers"),
        ]


@receiver(post_save, sender=PersonIdentity)
def keep_keys(instance: PersonIdentity, **_: object) -> None:
    """Write the keys of an identity anew; whoever changes a name cannot forget it."""
    found = search_keys(*instance.all_names())
    NameKeys.objects.update_or_create(
        person_id=instance.person_id,
        defaults={
            **instance.place(),
            "text": found.text,
            "sounds": list(found.sounds),
            "numbers": list(phone_keys(instance.phone)),
        },
    )
