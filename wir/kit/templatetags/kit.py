"""The component library: one typed function and one template each, all on the page /kit/.

Arguments are named and checked: a missing, unknown or empty one raises instead of rendering something odd.
"""

from django import template

from wir.kit.templatetags import cells, elements, fields, navigation, records, shell
from wir.kit.templatetags.shapes import Fact, Link

__all__ = ["Fact", "Link", "register"]

register = template.Library()
for topic in (cells, elements, fields, navigation, records, shell):
    register.tags.update(topic.register.tags)
