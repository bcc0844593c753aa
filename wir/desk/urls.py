from django.urls import path

from wir.desk import views

FILE = "faelle/<uuid:person_id>/datenschutz/"

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
    path("aufgaben/regeln/", views.automatic, name="automatic"),
    path("aufgaben/regeln/<uuid:project_id>/", views.automatic_of, name="automatic_of"),
    path("faelle/auslastung/", views.workload, name="workload"),
    path("faelle/oeffnen/", views.open_file, name="open_file"),
    path("faelle/<uuid:person_id>/", views.case, name="case"),
    path("faelle/<uuid:person_id>/protokoll/", views.log, name="log"),
    path("faelle/<uuid:person_id>/notizen-oeffnen/", views.open_notes, name="open_notes"),
    path("faelle/<uuid:person_id>/verlauf/", views.history, name="history"),
    path("faelle/<uuid:person_id>/zugriff/", views.access, name="access"),
    path("faelle/<uuid:person_id>/spaeter/<slug:what>/", views.later, name="later"),
    path("faelle/<uuid:person_id>/aufnahme/", views.admission, name="admission"),
    path("faelle/<uuid:person_id>/austritt/", views.leaving, name="leaving"),
    path(FILE, views.consent, name="consent"),
    path(f"{FILE}antwort/", views.answer, name="answer"),
    path(f"{FILE}einwilligungen/<uuid:consent_id>/widerruf/", views.withdraw, name="withdraw"),
    path(f"{FILE}weitergaben/neu/", views.share, name="share"),
    path(f"{FILE}weitergaben/<uuid:sharing_id>/widerruf/", views.stop_sharing, name="stop_sharing"),
    path(f"{FILE}weitergaben/<uuid:sharing_id>/mitgeteilt/", views.told, name="told"),
    path(f"{FILE}weitergaben/<uuid:sharing_id>/erfolgt/", views.disclose, name="disclose"),
    path(f"{FILE}information/<slug:purpose>/<slug:language>/", views.notice, name="notice"),
    path(f"{FILE}information/", views.hand_over, name="hand_over"),
    path("datenschutz/loeschen/", views.erasures, name="erasures"),
    path("datenschutz/loeschen/aufbewahren/", views.hold, name="hold"),
    path("datenschutz/loeschen/aufbewahren/<uuid:hold_id>/ende/", views.release, name="release"),
    path("datenschutz/verzeichnis/", views.processing, name="processing"),
    path("datenschutz/verzeichnis/druck/", views.processing_paper, name="processing_paper"),
    path("datenschutz/verzeichnis/<uuid:carrier_id>/frist/", views.period, name="period"),
]
