from django.urls import path

from wir.counselling import views

app_name = "counselling"
urlpatterns = [
    path("faelle/<uuid:person_id>/kontakte/", views.contacts, name="contacts"),
    path("faelle/<uuid:person_id>/teilnahmen/", views.stays, name="stays"),
    path("faelle/<uuid:person_id>/teilnahmen/<uuid:stay_id>/tage/", views.correct_stay, name="correct_stay"),
    path(
        "faelle/<uuid:person_id>/teilnahmen/<uuid:stay_id>/fortsetzen/", views.reopen_stay, name="reopen_stay"
    ),
    path("faelle/<uuid:person_id>/kontakte/entwurf/", views.contact_draft, name="contact_draft"),
    path("faelle/<uuid:person_id>/termine/", views.appointments, name="appointments"),
    path("faelle/<uuid:person_id>/termine/<uuid:appointment_id>/", views.appointment, name="appointment"),
    path("faelle/<uuid:person_id>/termine/<uuid:appointment_id>/absage/", views.call_off, name="call_off"),
    path(
        "faelle/<uuid:person_id>/termine/<uuid:appointment_id>/nicht-gekommen/", views.missed, name="missed"
    ),
    path(
        "faelle/<uuid:person_id>/termine/<uuid:appointment_id>/brief/",
        views.appointment_letter,
        name="appointment_letter",
    ),
    path("termine/", views.calendar, name="calendar"),
    path("termine/abo/", views.feed, name="feed"),
    path("kalender/<str:secret>.ics", views.feed_file, name="feed_file"),
    path("faelle/<uuid:person_id>/kontakte/<uuid:contact_id>/", views.contact, name="contact"),
    path(
        "faelle/<uuid:person_id>/kontakte/<uuid:contact_id>/zurueck/", views.undo_contact, name="undo_contact"
    ),
    path(
        "faelle/<uuid:person_id>/kontakte/<uuid:contact_id>/entfernen/",
        views.remove_contact,
        name="remove_contact",
    ),
    path("faelle/<uuid:person_id>/plan/", views.plan, name="plan"),
    path("faelle/<uuid:person_id>/plan/ziele/", views.agree_goal, name="agree_goal"),
    path("faelle/<uuid:person_id>/plan/ziele/<uuid:goal_id>/schritte/", views.add_step, name="add_step"),
    path("faelle/<uuid:person_id>/plan/ziele/<uuid:goal_id>/erreicht/", views.reach_goal, name="reach_goal"),
    path(
        "faelle/<uuid:person_id>/plan/schritte/<uuid:step_id>/erledigt/",
        views.finish_step,
        name="finish_step",
    ),
    path("faelle/<uuid:person_id>/behoerden/", views.matters, name="matters"),
    path("faelle/<uuid:person_id>/behoerden/<uuid:matter_id>/", views.matter, name="matter"),
    path("faelle/<uuid:person_id>/behoerden/<uuid:matter_id>/bescheid/", views.add_notice, name="add_notice"),
    path(
        "faelle/<uuid:person_id>/behoerden/<uuid:matter_id>/abschluss/",
        views.close_matter,
        name="close_matter",
    ),
    path(
        "faelle/<uuid:person_id>/behoerden/<uuid:matter_id>/brief/", views.write_letter, name="write_letter"
    ),
    path("faelle/<uuid:person_id>/bescheide/<uuid:notice_id>/", views.notice, name="notice"),
    path(
        "faelle/<uuid:person_id>/bescheide/<uuid:notice_id>/entschieden/",
        views.settle_notice,
        name="settle_notice",
    ),
    path("faelle/<uuid:person_id>/vollmachten/", views.powers, name="powers"),
    path("faelle/<uuid:person_id>/vollmachten/sorge/", views.name_guardian, name="name_guardian"),
    path("faelle/<uuid:person_id>/vollmachten/rechtsfrage/", views.ask_legal, name="ask_legal"),
    path(
        "faelle/<uuid:person_id>/vollmachten/rechtsfragen/<uuid:question_id>/",
        views.answer_legal,
        name="answer_legal",
    ),
    path("faelle/<uuid:person_id>/vollmachten/<uuid:power_id>/druck/", views.power_paper, name="power_paper"),
    path(
        "faelle/<uuid:person_id>/vollmachten/<uuid:power_id>/unterschrift/",
        views.sign_power,
        name="sign_power",
    ),
    path(
        "faelle/<uuid:person_id>/vollmachten/<uuid:power_id>/widerruf/",
        views.revoke_power,
        name="revoke_power",
    ),
    path("faelle/<uuid:person_id>/erstgespraech/", views.talks, name="talks"),
    path("faelle/<uuid:person_id>/erstgespraech/<uuid:talk_id>/", views.talk, name="talk"),
    path(
        "faelle/<uuid:person_id>/erstgespraech/<uuid:talk_id>/fertig/", views.finish_talk, name="finish_talk"
    ),
    path(
        "faelle/<uuid:person_id>/erstgespraech/<uuid:talk_id>/<slug:phase>/",
        views.talk_phase,
        name="talk_phase",
    ),
    path("faelle/<uuid:person_id>/plan/wege/", views.use_way, name="use_way"),
    path("faelle/<uuid:person_id>/plan/druck/", views.plan_paper, name="plan_paper"),
    path("faelle/<uuid:person_id>/plan/vereinbarung/", views.agree_plan, name="agree_plan"),
    path("faelle/<uuid:person_id>/plan/ziele/<uuid:goal_id>/weg/", views.keep_way, name="keep_way"),
    path("gruppen/", views.groups, name="groups"),
    path("gruppen/<uuid:group_id>/", views.group, name="group"),
    path("warteliste/", views.waiting, name="waiting"),
    path("warteliste/<uuid:waiting_id>/absage/", views.decline_waiting, name="decline_waiting"),
]
