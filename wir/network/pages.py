"""Where the network shows itself: one page for those who work in it."""

from django.utils.translation import gettext_lazy as _

from wir.kit.registry import MenuEntry, add_menu
from wir.network.rules import Role

add_menu(
    MenuEntry(
        label=_("Network"),
        url_name="network:network",
        order=70,
        roles=frozenset({Role.ADVISOR.value, Role.PROJECT_LEAD.value, Role.COORDINATOR.value}),
    )
)
add_menu(
    MenuEntry(
        label=_("Data protection"),
        url_name="network:controllers",
        order=80,
        roles=frozenset({Role.ADVISOR.value, Role.PROJECT_LEAD.value, Role.COORDINATOR.value}),
    )
)
