"""Words for roles, for whose staff somebody is, and for the law of carriers."""

from django.utils.translation import gettext_lazy as _

from wir.network.rules import CarrierLaw, LawTopic, Role, WorksFor

ROLES = {
    Role.ADVISOR: _("Advisor"),
    Role.PROJECT_LEAD: _("Head of the sub-project"),
    Role.COORDINATOR: _("Coordinator"),
    Role.PROGRAMME_OFFICE: _("Programme office"),
    Role.DATA_PROTECTION: _("Data protection officer"),
}
WORKS_FOR = {
    WorksFor.CARRIER: _("Carrier or partner of the network"),
    WorksFor.PROGRAMME: _("Programme office or ministry"),
    WorksFor.JOBCENTER: _("Jobcenter"),
    WorksFor.EMPLOYMENT_AGENCY: _("Employment agency"),
    WorksFor.IMMIGRATION_AUTHORITY: _("Ausländerbehörde"),
    WorksFor.POLICE: _("Police"),
    WorksFor.CUSTOMS: _("Customs"),
}
LAWS = {
    CarrierLaw.GDPR: _("GDPR (Datenschutz-Grundverordnung)"),
    CarrierLaw.KDG: _("KDG (Catholic Church)"),
    CarrierLaw.DSG_EKD: _("DSG-EKD (Protestant Church)"),
}
TOPICS = {
    LawTopic.LAWFULNESS: _("Lawfulness of processing"),
    LawTopic.CONSENT: _("Consent"),
    LawTopic.SPECIAL_CATEGORIES: _("Special categories, e.g. health"),
    LawTopic.INFORMATION: _("Duty to inform"),
    LawTopic.ACCESS: _("Right of access"),
    LawTopic.ERASURE: _("Right to erasure"),
    LawTopic.SAFEGUARDS: _("Technical and organisational measures"),
    LawTopic.JOINT_CONTROL: _("Joint controllers"),
    LawTopic.PROCESSING: _("Processing on behalf of a controller"),
    LawTopic.RECORDS: _("Record of processing activities"),
    LawTopic.BREACH: _("Notification of a breach"),
    LawTopic.IMPACT: _("Impact assessment"),
    LawTopic.OFFICER: _("Data protection officer"),
}
