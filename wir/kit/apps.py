from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class KitConfig(AppConfig):
    name = "wir.kit"

    def ready(self) -> None:
        autodiscover_modules("reactions")
        autodiscover_modules("pages")
