"""A message as it is pasted: the words, whose they are, how they came."""

from typing import Any, cast

from django import forms
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultancy.models import Consultant, Contact
from consultancy.web.days import DayField
from consultancy.web.fields import LongText, capitalised
from consultancy.web.layout import fields_only
from consultancy.web.submissions import SubmissionField
from consultancy.web.uploads import FilesForm
from requests_log.actions.log_request import Incoming
from requests_log.models import MessageChannel
from requests_log.whatsapp import read_copied

from .moments import MomentField, PastForm
from .sender import ClientChoiceField, SenderField

# Another client has other people.
ASKS_FOR_SENDERS = {
    "hx-get": reverse_lazy("requests_log:request_senders"),
    "hx-target": "#id_sent_by",
    "hx-include": "#id_sent_by",
    "hx-trigger": "change, load",
    "hx-sync": "this:replace",
}


class NewRequestForm(PastForm, FilesForm):
    """The clients offered are the consultant's own; NOW is when the form is used."""

    text = LongText(
        label=_("What did the client ask for?"),
        rows=8,
        help_text=_("Paste the message as it came, in the client's own words."),
    )
    client = ClientChoiceField(
        label=_("Client"), widget=forms.Select(attrs=ASKS_FOR_SENDERS)
    )
    sent_by = SenderField()
    channel = forms.ChoiceField(
        label=_("How it came"), choices=capitalised(MessageChannel.choices)
    )
    wanted_on = DayField(label=_("Wanted by"), required=False)
    happened_at = MomentField(label=_("When it came"))
    submission = SubmissionField()

    def __init__(self, *args: Any, consultant: Consultant, **kwargs: Any) -> None:
        super().__init__(*args, consultant=consultant, **kwargs)
        offer_people(self, consultant)
        self.helper = fields_only()

    def clean_sent_by(self) -> Contact | None:
        field = cast(SenderField, self.fields["sent_by"])
        return field.sender(self.cleaned_data["sent_by"])

    def clean(self) -> dict[str, Any]:
        """Take what a message copied out of WhatsApp says of itself."""
        data = super().clean() or {}
        copied = read_copied(data.get("text", ""))
        if copied and copied.text:
            data["text"] = copied.text
            at = timezone.make_aware(copied.at)
            if not self.data.get("happened_at") and at <= self.now:
                data["happened_at"] = at
            self._take_sender(data, copied.name)
        return data

    def _take_sender(self, data: dict[str, Any], name: str) -> None:
        """Believe the message rather than what stood there before anybody chose."""
        chosen = data.get("sent_by")
        if chosen and chosen.is_main:
            field = cast(SenderField, self.fields["sent_by"])
            data["sent_by"] = field.named(name) or chosen

    def incoming(self) -> Incoming:
        data = self.cleaned_data
        return Incoming(
            text=data["text"],
            channel=data["channel"],
            sent_by=data["sent_by"],
            happened_at=data["happened_at"],
            wanted_on=data["wanted_on"],
            submission=data["submission"],
            files=tuple(self.held_files),
        )


class PreviewForm(forms.Form):
    """What is typed so far; nothing in it is required, nothing is stored."""

    text = LongText(required=False)
    client = ClientChoiceField(required=False)
    wanted_on = DayField(required=False)

    def __init__(self, *args: Any, consultant: Consultant, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(ClientChoiceField, self.fields["client"]).offer(consultant)


class SenderForm(forms.Form):
    """Who may have sent it, for the client that is chosen."""

    client = ClientChoiceField(required=False)
    sent_by = SenderField()

    def __init__(self, *args: Any, consultant: Consultant, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_people(self, consultant)


def offer_people(form: forms.Form, consultant: Consultant) -> None:
    """Offer the consultant's clients, and the people of the one that is chosen."""
    clients = cast(ClientChoiceField, form.fields["client"])
    clients.offer(consultant)
    senders = cast(SenderField, form.fields["sent_by"])
    senders.offer(clients.chosen(form["client"].value()))
