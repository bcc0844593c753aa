from django.urls import path

from wir.privacy import views

app_name = "privacy"
urlpatterns = [
    path("datenschutz/protokoll/", views.trail, name="trail"),
    path("datenschutz/protokoll/anlass/", views.inquire, name="inquire"),
    path("datenschutz/protokoll/anlass/<uuid:inquiry_id>/", views.inquiry, name="inquiry"),
]
