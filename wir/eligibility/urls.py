from django.urls import path

from wir.eligibility import views

app_name = "eligibility"
urlpatterns = [
    path("faelle/<uuid:person_id>/arbeitserlaubnis/", views.work, name="work"),
    path("faelle/<uuid:person_id>/arbeitserlaubnis/angaben/", views.circumstances, name="circumstances"),
    path("faelle/<uuid:person_id>/arbeitserlaubnis/foerderung/", views.support, name="support"),
    path("faelle/<uuid:person_id>/arbeitserlaubnis/ohne-speichern/", views.trial, name="trial"),
    path("faelle/<uuid:person_id>/arbeitserlaubnis/blatt/<str:audience>/", views.sheet, name="sheet"),
    path("arbeitserlaubnis/geaendert/", views.changed, name="changed"),
    path("arbeitserlaubnis/recht/", views.law, name="law"),
    path("arbeitserlaubnis/sprachen/", views.wordings, name="wordings"),
    path("arbeitserlaubnis/sprachen/freigeben/", views.wording_release, name="wording_release"),
    path("arbeitserlaubnis/sprachen/zurueckziehen/", views.wording_withdraw, name="wording_withdraw"),
    path("selbstcheck/", views.selfcheck, name="selfcheck"),
]
