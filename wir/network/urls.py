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
]
