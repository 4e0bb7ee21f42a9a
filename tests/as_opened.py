"""What a browser sends of a form in which nobody has typed anything."""

from typing import Any

from django import forms


def as_opened(form: forms.Form) -> dict[str, Any]:
    """Return the values a form was opened with, by the names they are sent under."""
    told = {field.html_name: field.value() for field in form}
    return {name: value for name, value in told.items() if value not in (None, "")}
