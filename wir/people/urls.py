from django.urls import path

from wir.people import views
from wir.people.views import documents, needs

app_name = "people"
urlpatterns = [
    path("personen/import/", views.upload, name="upload"),
    path("personen/import/<uuid:preview_id>/", views.show_list, name="list"),
    path("personen/import/<uuid:preview_id>/abgelehnt/", views.refused_rows, name="refused"),
    path("faelle/<uuid:person_id>/aufenthalt/", views.residence, name="residence"),
    path("faelle/<uuid:person_id>/verfahren/", views.procedure, name="procedure"),
    path("faelle/<uuid:person_id>/dokumente/", documents.documents, name="documents"),
    path("faelle/<uuid:person_id>/dokumente/<uuid:file_id>/", documents.download, name="document"),
    path(
        "faelle/<uuid:person_id>/dokumente/<uuid:file_id>/ansehen/", documents.preview, name="document_view"
    ),
    path(
        "faelle/<uuid:person_id>/dokumente/<uuid:file_id>/loeschen/", documents.remove, name="document_remove"
    ),
    path("faelle/<uuid:person_id>/bedarf/", needs.needs, name="needs"),
    path("faelle/<uuid:person_id>/bedarf/oeffnen/", needs.open_needs, name="open_needs"),
    path("faelle/<uuid:person_id>/bedarf/festhalten/", needs.seal, name="seal_need"),
    path("faelle/<uuid:person_id>/bedarf/<uuid:need_id>/beenden/", needs.close, name="close_need"),
]
