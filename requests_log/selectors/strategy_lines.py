"""A line of the strategy in a sentence: what it says, and since when."""

from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from consultancy.selectors.strategy_lines import field_name, readable


def line_sentence(field: str, line: str, *, on: date, agreed: bool) -> str:
    """Return "Channels left out: TikTok (agreed on 3 March 2026)." and the like."""
    values = {
        "field": field_name(field),
        "line": readable(field, line),
        "date": formats.date_format(on, pgettext("date format", "j F Y")),
    }
    if agreed:
        return _("%(field)s: %(line)s (agreed on %(date)s).") % values
    return _("%(field)s: %(line)s (noted by the consultant on %(date)s).") % values
