from django.urls import path

from wir.api import views
from wir.kit.rates import MACHINE, limited

_patterns, _app, _namespace = views.api.urls
for _one in _patterns:
    if _one.callback is not None:
        _one.callback = limited(MACHINE)(_one.callback)

urlpatterns = [
    path("docs/", views.docs, name="api_docs"),
    path("", (_patterns, _app, _namespace)),
]
