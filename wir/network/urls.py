from django.urls import path

from wir.network import views

app_name = "network"
urlpatterns = [
    path("netzwerk/", views.network, name="network"),
    path("datenschutz/traeger/", views.controllers, name="controllers"),
    path("datenschutz/traeger/<uuid:carrier_id>/", views.controller, name="controller"),
    path("datenschutz/vorlagen/", views.documents, name="documents"),
    path("datenschutz/vorlagen/<slug:slug>/<uuid:carrier_id>/", views.document, name="document"),
    path("datenschutz/vorlagen/<slug:slug>/<uuid:carrier_id>/pdf/", views.document_pdf, name="document_pdf"),
    path("datenschutz/abgleich/", views.between, name="between"),
    path("datenschutz/abgleich/<uuid:basis_id>/beenden/", views.end_between, name="end_between"),
    path("datenschutz/sichtbarkeit/", views.faces, name="faces"),
    path("datenschutz/sichtbarkeit/<uuid:membership_id>/", views.face, name="face"),
    path("netzwerk/oeffnungen/", views.openings, name="openings"),
    path("netzwerk/oeffnungen/<uuid:opening_id>/beenden/", views.close_opening, name="close_opening"),
    path("netz/rollen/", views.roles, name="roles"),
    path("netz/rechte/", views.own_rights, name="own_rights"),
    path("netz/freigaben/", views.releases, name="releases"),
    path("netz/freigaben/vertretung/", views.deputy, name="deputy"),
    path("netz/freigaben/<uuid:grant_id>/ende/", views.close, name="close"),
    path("netz/freigaben/rollen/<uuid:membership_id>/", views.role, name="role"),
    path("netz/<uuid:network_id>/zweiter-faktor/", views.second_factor, name="second_factor"),
    path("netz/gruenden/", views.found_network, name="found"),
    path("netz/traeger/neu/", views.add_carrier, name="add_carrier"),
    path("netz/teilprojekte/neu/", views.add_project, name="add_project"),
    path("netz/mitglieder/", views.members, name="members"),
    path("netz/mitglieder/einladen/", views.invite, name="invite"),
    path("netz/mitglieder/bestaetigen/", views.confirm, name="confirm"),
    path("netz/mitglieder/<uuid:membership_id>/ende/", views.end, name="end"),
    path("netz/mitglieder/<uuid:membership_id>/kennwort/", views.reset_link, name="reset_link"),
    path("netz/einladungen/<uuid:invitation_id>/zurueck/", views.withdraw, name="withdraw"),
    path("einladung/<str:token>/", views.accept, name="accept"),
]
