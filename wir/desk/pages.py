"""Where the desk shows itself: "My day" and "Cases" in the menu, the overview of a case file."""

from django.utils.translation import gettext_lazy as _

from wir.kit.registry import CaseTab, MenuEntry, add_menu, add_tab
from wir.network.rules import Role

EVERYBODY = frozenset(role.value for role in Role) - {Role.DATA_PROTECTION.value}
WITH_CASES = EVERYBODY - {Role.PROGRAMME_OFFICE.value}

add_menu(MenuEntry(_("My day"), "desk:day", 10, EVERYBODY))
add_menu(MenuEntry(_("Cases"), "desk:caseload", 20, WITH_CASES))
add_menu(
    MenuEntry(
        _("Record of processing"),
        "desk:processing",
        75,
        frozenset({Role.COORDINATOR.value, Role.PROJECT_LEAD.value}),
    )
)
add_tab(CaseTab(_("Overview"), "desk:case", 10))
add_tab(CaseTab(_("Who was in the file?"), "desk:log", 95))
add_tab(CaseTab(_("Consent and data protection"), "desk:consent", 90))
