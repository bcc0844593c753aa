"""Where tasks show themselves: the main navigation, for those who work in files."""

from django.utils.translation import gettext_lazy as _

from wir.kit.registry import MenuEntry, Section, add_menu

add_menu(
    MenuEntry(
        label=_("Tasks"),
        url_name="tasks:tasks",
        order=40,
        roles=frozenset({"advisor", "project_lead"}),
        section=Section.DAY,
    )
)
