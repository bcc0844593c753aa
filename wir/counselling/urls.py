from django.urls import path

from wir.counselling import views

app_name = "counselling"
urlpatterns = [
    path("faelle/<uuid:person_id>/kontakte/", views.contacts, name="contacts"),
    path("faelle/<uuid:person_id>/plan/", views.plan, name="plan"),
    path("faelle/<uuid:person_id>/plan/ziele/", views.agree_goal, name="agree_goal"),
    path("faelle/<uuid:person_id>/plan/ziele/<uuid:goal_id>/schritte/", views.add_step, name="add_step"),
    path("faelle/<uuid:person_id>/plan/ziele/<uuid:goal_id>/erreicht/", views.reach_goal, name="reach_goal"),
    path(
        "faelle/<uuid:person_id>/plan/schritte/<uuid:step_id>/erledigt/",
        views.finish_step,
        name="finish_step",
    ),
]
