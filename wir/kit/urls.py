from django.urls import path

from wir.kit import views

app_name = "kit"
urlpatterns = [path("", views.gallery, name="gallery")]
