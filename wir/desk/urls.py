from django.urls import path

from wir.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.day, name="day"),
    path("suche/", views.search, name="search"),
    path("faelle/", views.caseload, name="caseload"),
    path("faelle/neu/", views.intake, name="intake"),
    path("faelle/neu/aehnliche/", views.likely, name="likely"),
    path("faelle/neu/anderswo/", views.elsewhere, name="elsewhere"),
    path("faelle/<uuid:person_id>/abgleich/", views.between, name="between"),
    path("faelle/<uuid:person_id>/abgleich/beenden/", views.leave_between, name="leave_between"),
    path("datenschutz/behoerden/", views.authorities, name="authorities"),
    path("datenschutz/behoerden/neu/", views.new_request, name="new_request"),
    path("datenschutz/behoerden/<uuid:request_id>/", views.authority, name="authority"),
    path("faelle/<uuid:person_id>/", views.case, name="case"),
    path("faelle/<uuid:person_id>/verlauf/", views.history, name="history"),
    path("faelle/<uuid:person_id>/aufnahme/", views.admission, name="admission"),
    path("faelle/<uuid:person_id>/austritt/", views.leaving, name="leaving"),
]
