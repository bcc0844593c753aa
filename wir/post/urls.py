from django.urls import path

from wir.post import views

app_name = "post"
urlpatterns = [
    path("nachrichten/", views.failed, name="failed"),
    path("nachrichten/<uuid:message_id>/erneut/", views.try_again, name="try_again"),
]
