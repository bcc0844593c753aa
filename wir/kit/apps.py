from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import autodiscover_modules

from wir.kit.sealing import KeyMissing, ring


class KitConfig(AppConfig):
    name = "wir.kit"

    def ready(self) -> None:
        _demand_keys()
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
