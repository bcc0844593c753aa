from django.urls import path

from wir.monitoring.views import case, report

app_name = "monitoring"
_STAY = "faelle/<uuid:person_id>/monitoring/<uuid:stay_id>"
urlpatterns = [
    path("bericht/", report.figures, name="report"),
    path("bericht/xlsx/", report.workbook, name="workbook"),
    path("bericht/<str:key>/", report.behind, name="behind"),
    path("faelle/<uuid:person_id>/monitoring/", case.case, name="case"),
    path(f"{_STAY}/eintritt/", case.entry, name="entry"),
    path(f"{_STAY}/austritt/", case.leaving, name="exit"),
    path(f"{_STAY}/status/", case.status, name="status"),
    path(f"{_STAY}/nachfrage/", case.follow_up, name="follow_up"),
]
