from django.urls import path

from wir.tasks import views

app_name = "tasks"
urlpatterns = [
    path("aufgaben/", views.tasks, name="tasks"),
    path("aufgaben/<uuid:task_id>/", views.task, name="task"),
    path("aufgaben/<uuid:task_id>/spaeter/", views.put_off, name="put_off"),
    path("aufgaben/<uuid:task_id>/erledigt/", views.finish, name="finish"),
    path("aufgaben/<uuid:task_id>/offen/", views.reopen, name="reopen"),
]
