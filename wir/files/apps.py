from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "wir.files"
