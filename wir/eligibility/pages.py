"""Where this app appears in places it does not own."""

from django.utils.translation import gettext_lazy as _

from wir.kit import registry
from wir.kit.registry import CaseTab

registry.add_tab(CaseTab(label=_("Permission to work"), url_name="eligibility:work", order=40))
