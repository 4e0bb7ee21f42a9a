"""A colour as people have it at hand: picked, or in the six signs of a style guide."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

THREE, SIX = re.compile("[0-9a-f]{3}"), re.compile("[0-9a-f]{6}")


class Colour(forms.CharField):
    """Clean value is `#rrggbb` in small letters, or empty."""

    def __init__(self, **kwargs: Any) -> None:
        told = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}
        kwargs.setdefault("widget", forms.TextInput(attrs=told))
        super().__init__(**kwargs)
        self.widget.attrs.pop("maxlength", None)

    def to_python(self, value: Any) -> str:
        told = (super().to_python(value) or "").lower().removeprefix("#")
        if THREE.fullmatch(told):
            told = "".join(sign * 2 for sign in told)
        if told and not SIX.fullmatch(told):
            raise ValidationError(
                _("Write the colour as six figures or letters from a to f: #1f5560."),
                code="no_colour",
            )
        return f"#{told}" if told else ""


class PickedColour(Colour):
    """The browser's own palette."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"type": "color"}))
        super().__init__(**kwargs)
