from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.models.signals import pre_migrate
from django.utils.module_loading import autodiscover_modules

from wir.kit.sealing import KeyMissing, ring


class KitConfig(AppConfig):
    name = "wir.kit"

    def ready(self) -> None:
        _demand_keys()
        pre_migrate.connect(load_trigrams)  # of every app: Django tells only those that have models
        autodiscover_modules("reactions")
        autodiscover_modules("pages")


def _demand_keys() -> None:
    """A site in earnest does not start without keys: it would take in what it can neither seal nor read."""
    if not settings.SECRET_KEY_IS_OWN:
        return
    try:
        ring().newest()
    except KeyMissing as missing:
        raise ImproperlyConfigured(str(missing)) from missing


def load_trigrams(*, using: str, **_: object) -> None:
    """Load the library of pg_trgm into the session that migrates, where the extension is there already.

    A function may set a parameter of that library only where it is loaded; in the first run the extension, made in the
    same session, sees to it. Without this an update, or a first run that was interrupted, could not go on.
    """
    with connections[using].cursor() as cursor:
        cursor.execute("select 1 from pg_extension where extname = 'pg_trgm'")
        if cursor.fetchone():
            cursor.execute("select similarity('', '')")
