from django.urls import path

from wir.people import views
from wir.people.views import documents, household, needs, profile, residence

app_name = "people"
urlpatterns = [
    path("personen/import/", views.upload, name="upload"),
    path("personen/import/<uuid:preview_id>/", views.show_list, name="list"),
    path("personen/import/<uuid:preview_id>/abgelehnt/", views.refused_rows, name="refused"),
    path("faelle/<uuid:person_id>/person/", profile.person, name="person"),
    path("faelle/<uuid:person_id>/person/aenderungen/", profile.changes, name="changes"),
    path("faelle/<uuid:person_id>/person/haushalt/neu/", household.new_member, name="new_member"),
    path("faelle/<uuid:person_id>/person/haushalt/verbinden/", household.link_member, name="link_member"),
    path("faelle/<uuid:person_id>/person/haushalt/<uuid:member_id>/", household.member, name="member"),
    path(
        "faelle/<uuid:person_id>/person/haushalt/<uuid:member_id>/entfernen/",
        household.remove_member,
        name="remove_member",
    ),
    path("faelle/<uuid:person_id>/person/<slug:card>/", profile.card, name="card"),
    path("faelle/<uuid:person_id>/person/<slug:kind>/neu/", profile.new_entry, name="new_entry"),
    path("faelle/<uuid:person_id>/person/<slug:kind>/<uuid:entry_id>/", profile.entry, name="entry"),
    path(
        "faelle/<uuid:person_id>/person/<slug:kind>/<uuid:entry_id>/entfernen/",
        profile.remove_entry,
        name="remove_entry",
    ),
    path("faelle/<uuid:person_id>/aufenthalt/", residence.residence, name="residence"),
    path("faelle/<uuid:person_id>/aufenthalt/<uuid:paper_id>/", residence.paper, name="paper"),
    path("faelle/<uuid:person_id>/verfahren/", residence.procedure, name="procedure"),
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
    path("faelle/<uuid:person_id>/bedarf/einwilligung/", needs.agree, name="agree_to_needs"),
    path("faelle/<uuid:person_id>/bedarf/freigeben/", needs.release, name="release_requirements"),
    path(
        "faelle/<uuid:person_id>/bedarf/freigabe/<uuid:requirement_id>/zuruecknehmen/",
        needs.withdraw,
        name="withdraw_requirement",
    ),
    path("faelle/<uuid:person_id>/bedarf/festhalten/", needs.seal, name="seal_need"),
    path("faelle/<uuid:person_id>/bedarf/<uuid:need_id>/beenden/", needs.close, name="close_need"),
]
