from django.urls import include, path
from django.views.i18n import set_language

handler400 = "wir.kit.refusals.bad_request"
urlpatterns = [
    path("", include("wir.desk.urls")),
    path("", include("wir.people.urls")),
    path("", include("wir.eligibility.urls")),
    path("", include("wir.counselling.urls")),
    path("", include("wir.placement.urls")),
    path("", include("wir.aftercare.urls")),
    path("", include("wir.monitoring.urls")),
    path("", include("wir.network.urls")),
    path("", include("wir.tasks.urls")),
    path("", include("wir.post.urls")),
    path("", include("wir.privacy.urls")),
    path("api/v1/", include("wir.api.urls")),
    path("konto/", include("wir.accounts.urls")),
    path("kit/", include("wir.kit.urls")),
    path("sprache/", set_language, name="set_language"),
]
