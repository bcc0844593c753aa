"""Where the network shows itself: its page, and what is released."""

from django.utils.translation import gettext_lazy as _

from wir.kit.registry import MenuEntry, add_menu
from wir.network.rules import Permission, roles_with

add_menu(
    MenuEntry(
        label=_("Network"),
        url_name="network:network",
        order=70,
        roles=roles_with(Permission.SEE_NETWORK),
    )
)
add_menu(
    MenuEntry(
        label=_("Releases"),
        url_name="network:releases",
        order=72,
        roles=roles_with(Permission.RELEASE_FILES) | roles_with(Permission.CHANGE_ROLES),
    )
)
