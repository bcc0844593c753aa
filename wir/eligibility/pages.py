"""Where this app appears in places it does not own."""

from django.utils.translation import gettext_lazy as _

from wir.kit import registry
from wir.kit.registry import CaseSection, CaseTab, MenuEntry, Section
from wir.network.rules import Role

registry.add_tab(
    CaseTab(label=_("Permission to work"), url_name="eligibility:work", order=40, section=CaseSection.LAW)
)
registry.add_menu(
    MenuEntry(
        label=_("Rules and policy"),
        url_name="eligibility:law",
        order=75,
        roles=frozenset({Role.COORDINATOR.value}),
        section=Section.NETWORK,
    )
)
