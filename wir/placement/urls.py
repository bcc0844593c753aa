from django.urls import path

from wir.placement.views import applications, opportunities, spells

app_name = "placement"
CASE = "faelle/<uuid:person_id>/vermittlung/"
urlpatterns = [
    path("angebote/", opportunities.opportunities, name="opportunities"),
    path("angebote/neu/", opportunities.add_opportunity, name="add_opportunity"),
    path("angebote/anbieter/", opportunities.providers, name="providers"),
    path("angebote/<uuid:opportunity_id>/", opportunities.opportunity, name="opportunity"),
    path(CASE, applications.case, name="case"),
    path(f"{CASE}bewerbungen/<uuid:application_id>/", applications.application, name="application"),
    path(f"{CASE}bewerbungen/<uuid:application_id>/beginn/", spells.start, name="start"),
    path(f"{CASE}zeiten/<uuid:spell_id>/ende/", spells.end, name="end"),
]
