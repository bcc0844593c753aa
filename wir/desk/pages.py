"""Where the desk shows itself: "My day" and "Cases" in the menu, the overview of a case file."""

from django.utils.translation import gettext_lazy as _

from wir.kit.registry import CaseTab, MenuEntry, add_menu, add_tab
from wir.network.rules import Permission, roles_with

add_menu(MenuEntry(_("My day"), "desk:day", 10, roles_with(Permission.SEE_OWN_DAY)))
add_menu(MenuEntry(_("Cases"), "desk:caseload", 20, roles_with(Permission.LIST_CASES)))
add_menu(
    MenuEntry(
        _("Record of processing"), "desk:processing", 75, roles_with(Permission.KEEP_RECORD_OF_PROCESSING)
    )
)
add_tab(CaseTab(_("Overview"), "desk:case", 10))
add_tab(CaseTab(_("Who was in the file?"), "desk:log", 95))
add_tab(CaseTab(_("Consent and data protection"), "desk:consent", 90))
