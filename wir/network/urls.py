from django.urls import path

from wir.network import views

app_name = "network"
urlpatterns = [
    path("netzwerk/", views.network, name="network"),
    path("netzwerk/oeffnungen/", views.openings, name="openings"),
    path("netzwerk/oeffnungen/<uuid:opening_id>/beenden/", views.close_opening, name="close_opening"),
]
