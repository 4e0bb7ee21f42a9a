"""Forms that know what they were drawn from: two tabs do not undo each other."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from consultancy.errors import EditedMeanwhile

from .layout import fields_only


class SeenField(forms.JSONField):
    """What the form was drawn from. Anything else in its place counts as nothing."""

    def __init__(self) -> None:
        widget = forms.HiddenInput
        super().__init__(required=False, widget=widget, encoder=DjangoJSONEncoder)

    def to_python(self, value: Any) -> Any:
        try:
            seen = super().to_python(value)
        except (ValidationError, RecursionError):
            return {}
        return seen if isinstance(seen, dict) else {}

    def bound_data(self, data: Any, initial: Any) -> Any:
        return self.to_python(data)


class EditForm(forms.Form):
    """ROW is what there is now, if anything; `stores` names what of it is edited."""

    seen = SeenField()

    stores: ClassVar[tuple[str, ...]]

    def __init__(self, *args: Any, row: Model | None = None, **kwargs: Any) -> None:
        if row is not None:
            stored = {name: getattr(row, name) for name in self.stores}
            kwargs["initial"] = {**stored, "seen": stored}
        super().__init__(*args, **kwargs)
        self.helper = fields_only()

    def typed(self) -> dict[str, Any]:
        """Return what a sound form says the row shall be."""
        return {name: self.cleaned_data[name] for name in self.stores}

    def seen_values(self) -> dict[str, Any]:
        """Return what the form was drawn from, as far as it still says so."""
        known = {}
        for name, value in self.cleaned_data["seen"].items():
            if name in self.fields:
                try:
                    known[name] = self.fields[name].to_python(value)
                except ValidationError:
                    continue
        return known

    def explain_edited(self, error: EditedMeanwhile) -> None:
        """Say beside each field that both tabs changed what it became in the other;
        the next press stores what then stands here."""
        seen, data = self.seen_values(), dict(self.data.items())
        for name, value in error.stored.items():
            if self.cleaned_data.get(name) == seen.get(name, value):
                _put(data, name, value)
        data["seen"] = json.dumps(dict(error.stored), cls=DjangoJSONEncoder)
        self.data = data
        for name in error.clashes:
            self.add_error(name, self._became(name, error.stored[name]))

    def _became(self, name: str, value: Any) -> str:
        if value in ("", None):
            return _(
                "Another tab emptied this meanwhile. Save again to keep what stands"
                " here."
            )
        return _(
            "Another tab changed this to “%(value)s” meanwhile. Save again to keep"
            " what stands here."
        ) % {"value": self._readable(name, value)}

    def _readable(self, name: str, value: Any) -> str:
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, date):
            return date_format(value)
        choices = dict(getattr(self.fields[name], "choices", ()))
        return str(choices.get(value, value))

    def say_kept(self, request: HttpRequest, kept: Mapping[str, Any]) -> None:
        """Tell on the next page what another tab changed meanwhile, if anything."""
        if kept:
            names = ", ".join(str(self.fields[name].label) for name in kept)
            messages.info(
                request,
                _("Another tab changed this meanwhile, and it is kept: %(names)s.")
                % {"names": names},
            )


def _put(data: Any, name: str, value: Any) -> None:
    """Let DATA, what a browser sent, say VALUE."""
    if value is False:
        data.pop(name, None)
    else:
        data[name] = "on" if value is True else (value or "")
