from django.urls import path

from wir.network import views

app_name = "network"
urlpatterns = [path("netzwerk/", views.network, name="network")]
