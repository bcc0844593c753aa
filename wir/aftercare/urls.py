from django.urls import path

from wir.aftercare import views

app_name = "aftercare"
urlpatterns = [
    path("faelle/<uuid:person_id>/begleitung/", views.case, name="case"),
    path("faelle/<uuid:person_id>/begleitung/<uuid:check_in_id>/", views.hold, name="hold"),
]
