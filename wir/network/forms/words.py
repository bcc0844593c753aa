"""Words for roles."""

from django.utils.translation import gettext_lazy as _

from wir.network.rules import Role

ROLES = {
    Role.ADVISOR: _("Advisor"),
    Role.PROJECT_LEAD: _("Head of the sub-project"),
    Role.COORDINATOR: _("Coordinator"),
    Role.PROGRAMME_OFFICE: _("Programme office"),
    Role.DATA_PROTECTION: _("Data protection officer"),
}
