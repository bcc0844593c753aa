from django.urls import path

from wir.tasks import views

app_name = "tasks"
urlpatterns = [
    path("aufgaben/", views.tasks, name="tasks"),
    path("aufgaben/<uuid:task_id>/erledigt/", views.finish, name="finish"),
    path("aufgaben/<uuid:task_id>/offen/", views.reopen, name="reopen"),
]
