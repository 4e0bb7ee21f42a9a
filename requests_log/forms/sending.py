"""How and when the advice reached the client."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.web.fields import LongText, capitalised
from consultancy.web.layout import fields_only
from requests_log.actions.send import Sent
from requests_log.models import DispatchChannel

from .moments import MomentField, PastForm


class SendForm(PastForm):
    """WAS_SENT says that this version went out before: it may be a reminder."""

    channel = forms.ChoiceField(
        label=_("How"), choices=capitalised(DispatchChannel.choices)
    )
    happened_at = MomentField()
    is_reminder = forms.BooleanField(label=_("It was a reminder"), required=False)
    words = LongText(
        label=_("What you added"),
        rows=2,
        max_length=5000,
        required=False,
        help_text=_("Only if you said or wrote something else along with it."),
    )

    def __init__(
        self,
        *args: Any,
        was_sent: bool,
        owes_answer: bool,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"is_reminder": was_sent and not owes_answer}
        super().__init__(*args, **kwargs)
        if not was_sent:
            del self.fields["is_reminder"]
        self.helper = fields_only()

    def sent(self) -> Sent:
        data = self.cleaned_data
        return Sent(
            channel=data["channel"],
            happened_at=data["happened_at"],
            is_reminder=data.get("is_reminder", False),
            words=data["words"],
        )
