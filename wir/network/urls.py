from django.urls import path

from wir.network import views

app_name = "network"
urlpatterns = [
    path("netzwerk/", views.network, name="network"),
    path("netzwerk/oeffnungen/", views.openings, name="openings"),
    path("netzwerk/oeffnungen/<uuid:opening_id>/beenden/", views.close_opening, name="close_opening"),
    path("netz/rollen/", views.roles, name="roles"),
    path("netz/rechte/", views.own_rights, name="own_rights"),
    path("netz/freigaben/", views.releases, name="releases"),
    path("netz/freigaben/vertretung/", views.deputy, name="deputy"),
    path("netz/freigaben/<uuid:grant_id>/ende/", views.close, name="close"),
    path("netz/freigaben/rollen/<uuid:membership_id>/", views.role, name="role"),
]
