from django.urls import path

from wir.eligibility import views

app_name = "eligibility"
urlpatterns = [
    path("faelle/<uuid:person_id>/arbeitserlaubnis/", views.work, name="work"),
    path("faelle/<uuid:person_id>/arbeitserlaubnis/angaben/", views.circumstances, name="circumstances"),
]
