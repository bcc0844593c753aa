"""Where the trail shows itself: the main navigation, for data protection officers."""

from django.utils.translation import gettext_lazy as _

from wir.kit.registry import MenuEntry, Section, add_menu

add_menu(
    MenuEntry(
        label=_("Data protection"),
        url_name="privacy:trail",
        order=80,
        roles=frozenset({"data_protection"}),
        section=Section.PROTECTION,
    )
)
