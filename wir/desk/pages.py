"""Where the desk shows itself: "My day" and "Cases" in the menu, the overview of a case file."""

from django.utils.translation import gettext_lazy as _

from wir.kit.registry import CaseSection, CaseTab, MenuEntry, Section, add_menu, add_tab
from wir.network.rules import Permission, roles_with

add_menu(MenuEntry(_("My day"), "desk:day", 10, roles_with(Permission.SEE_OWN_DAY), Section.DAY))
add_menu(MenuEntry(_("Cases"), "desk:caseload", 20, roles_with(Permission.LIST_CASES), Section.CASES))
add_menu(
    MenuEntry(
        _("Record of processing"),
        "desk:processing",
        85,
        roles_with(Permission.KEEP_RECORD_OF_PROCESSING),
        Section.PROTECTION,
    )
)
add_menu(MenuEntry(_("Workload"), "desk:workload", 40, roles_with(Permission.SEE_WORKLOAD), Section.CASES))
add_menu(
    MenuEntry(
        _("Automatic tasks"), "desk:automatic", 90, roles_with(Permission.SET_TASK_RULES), Section.NETWORK
    )
)
add_tab(CaseTab(_("Overview"), "desk:case", 10, CaseSection.OVERVIEW))
add_tab(CaseTab(_("Who was in the file?"), "desk:log", 95, CaseSection.EVIDENCE))
add_tab(CaseTab(_("Consent and data protection"), "desk:consent", 90, CaseSection.EVIDENCE))
