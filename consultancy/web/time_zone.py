import zoneinfo
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


def time_zones() -> list[tuple[str, str]]:
    """Return every zone with a place's name, and how it is shown."""
    zones = sorted(zoneinfo.available_timezones())
    return [(zone, zone.replace("_", " ")) for zone in zones if "/" in zone]


class TimeZone(forms.ChoiceField):
    """One of the zones that are named after a place."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Time zone"))
        super().__init__(choices=time_zones, **kwargs)
