from django.urls import path

from wir.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.day, name="day"),
    path("suche/", views.search, name="search"),
    path("faelle/", views.caseload, name="caseload"),
    path("faelle/neu/", views.intake, name="intake"),
    path("faelle/neu/aehnliche/", views.likely, name="likely"),
    path("faelle/<uuid:person_id>/", views.case, name="case"),
    path("faelle/<uuid:person_id>/verlauf/", views.history, name="history"),
    path("faelle/<uuid:person_id>/zugriff/", views.access, name="access"),
    path("faelle/<uuid:person_id>/aufnahme/", views.admission, name="admission"),
    path("faelle/<uuid:person_id>/austritt/", views.leaving, name="leaving"),
]
