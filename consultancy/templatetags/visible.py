"""Long texts keep every character they came with; what would turn or hide others is
shown by its number."""

from django import template
from django.template.defaultfilters import stringfilter

from consultancy.web.fields import BIDI_CONTROLS

register = template.Library()
SHOWN = {ord(control): f"[U+{ord(control):04X}]" for control in BIDI_CONTROLS}


@register.filter(is_safe=True)
@stringfilter
def visible(text: str) -> str:
    """Return TEXT with each control of its direction as [U+202E] and the like."""
    return text.translate(SHOWN)
