from django.urls import path
from django.views.decorators.http import require_safe

from wir.api import views
from wir.kit.rates import MACHINE, limited

SHOWN = ("api-root", "openapi-json")
"""Addresses of the library that would answer every method alike."""

_patterns, _app, _namespace = views.api.urls
for _one in _patterns:
    if _one.callback is not None:
        known = _one.callback if _one.name not in SHOWN else require_safe(_one.callback)
        _one.callback = limited(MACHINE)(known)

urlpatterns = [
    path("docs/", views.docs, name="api_docs"),
    path("", (_patterns, _app, _namespace)),
]
