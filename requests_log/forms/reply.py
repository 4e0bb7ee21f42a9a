"""What the client answered without deciding."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.models import Contact
from consultancy.web.fields import LongText, ShortText, capitalised
from consultancy.web.layout import fields_only
from requests_log.actions.note_reply import Reply
from requests_log.models import DecisionChannel, ReplyKind

from .moments import MomentField, PastForm


class ReplyForm(PastForm):
    kind = forms.ChoiceField(
        label=_("The client"),
        choices=ReplyKind.choices,
        widget=forms.RadioSelect,
        initial=ReplyKind.ASK,
    )
    words = LongText(
        label=_("In the client's own words"),
        rows=4,
        max_length=5000,
        help_text=_("What was said or written, as it was."),
    )
    by_name = ShortText(label=_("Who"), required=False)
    channel = forms.ChoiceField(
        label=_("How you were told"), choices=capitalised(DecisionChannel.choices)
    )
    happened_at = MomentField()

    def __init__(self, *args: Any, contact: Contact | None, **kwargs: Any) -> None:
        kwargs["initial"] = {"by_name": contact.name} if contact else {}
        super().__init__(*args, **kwargs)
        self.helper = fields_only()

    def reply(self) -> Reply:
        return Reply(**self.cleaned_data)
