from django.urls import path

from wir.people import views

app_name = "people"
urlpatterns = [
    path("personen/import/", views.upload, name="upload"),
    path("personen/import/<uuid:preview_id>/", views.show_list, name="list"),
    path("personen/import/<uuid:preview_id>/abgelehnt/", views.refused_rows, name="refused"),
    path("faelle/<uuid:person_id>/aufenthalt/", views.residence, name="residence"),
    path("faelle/<uuid:person_id>/verfahren/", views.procedure, name="procedure"),
]
