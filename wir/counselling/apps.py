from django.apps import AppConfig


class CounsellingConfig(AppConfig):
    name = "wir.counselling"
