"""Why a request comes to nothing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.web.fields import LongText
from consultancy.web.layout import fields_only


class DropForm(forms.Form):
    reason = LongText(label=_("Why it is dropped"), rows=3, max_length=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = fields_only()
