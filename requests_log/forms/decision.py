"""What the client decided, as the consultant was told."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.models import Contact
from consultancy.web.days import DayField
from consultancy.web.fields import LongText, Name, ShortText, capitalised
from consultancy.web.layout import fields_only
from consultancy.web.sent import send_back
from consultancy.web.uploads import FilesForm
from requests_log.actions.record_decision import Answer
from requests_log.models import (
    Decision,
    DecisionChannel,
    DecisionOutcome,
    Recommendation,
)

from .deciders import Deciders
from .moments import MomentField, PastForm
from .thin import is_thin

LOOK_BACK_AFTER = timedelta(days=30)


class DecisionForm(PastForm, FilesForm):
    """A thin answer is asked about once, then taken verbatim: it is a true answer."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("The client"),
        choices=DecisionOutcome.choices,
        widget=forms.RadioSelect,
    )
    alternative = forms.ChoiceField(
        label=gettext_lazy("Which alternative"), required=False
    )
    words = LongText(
        label=gettext_lazy("In the client's own words"),
        rows=4,
        max_length=5000,
        required=False,
        help_text=gettext_lazy("What was said or written, as it was."),
    )
    by_name = Name(
        label=gettext_lazy("Who decided"),
        widget=forms.TextInput(attrs={"list": "deciders", "autocomplete": "off"}),
    )
    by_role = ShortText(label=gettext_lazy("Role"), required=False)
    channel = forms.ChoiceField(
        label=gettext_lazy("How you were told"),
        choices=capitalised(DecisionChannel.choices),
    )
    happened_at = MomentField()
    look_back_on = DayField(
        label=gettext_lazy("Look back on"),
        required=False,
        help_text=gettext_lazy("That day, Today asks you what came of it."),
    )
    asked_once = forms.BooleanField(widget=forms.HiddenInput, required=False)
    # The name that was asked about.
    asked_who = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        advice: Recommendation,
        contacts: Sequence[Contact],
        now: datetime,
        **kwargs: Any,
    ) -> None:
        self.deciders = Deciders(contacts)
        later = timezone.localdate(now) + LOOK_BACK_AFTER
        guess = {"look_back_on": later} | self.deciders.first_guess
        kwargs["initial"] = kwargs.get("initial") or guess
        super().__init__(*args, now=now, **kwargs)
        offered = [(text, text) for text in advice.alternatives]
        choices = [("", _("None in particular")), *offered]
        self.fields["alternative"].choices = choices  # type: ignore[attr-defined]
        self.helper = fields_only()

    def look_back_at(self) -> datetime | None:
        """Return the morning of the day on which to ask what came of it."""
        day: date | None = self.cleaned_data["look_back_on"]
        return timezone.make_aware(datetime.combine(day, time.min)) if day else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        overrides = data.get("outcome") == DecisionOutcome.OVERRIDES
        words = data.get("words", "")
        if overrides and not words and "words" not in self.errors:
            self.add_error("words", _("Write down what the client said."))
        elif overrides and is_thin(words) and not data.get("asked_once"):
            self._ask_once()
        self._look_who(data)
        return data

    def _look_who(self, data: dict[str, Any]) -> None:
        name = data.get("by_name", "")
        doubt = self.deciders.doubt(name)
        if doubt and data.get("asked_who") != name:
            send_back(self, asked_who=[name])
            self.add_error("by_name", doubt)
        data["by_role"] = self.deciders.role(name, told=data.get("by_role", ""))

    def _ask_once(self) -> None:
        # What is sent back to the browser says that the question was put.
        send_back(self, asked_once=["on"])
        self.add_error(
            "words",
            _(
                "That is very short. Did the client say more? If not, press the button"
                " again and it is taken as it stands."
            ),
        )

    def answer(self) -> Answer:
        data = self.cleaned_data
        follows = data["outcome"] == DecisionOutcome.FOLLOWS
        return Answer(
            outcome=data["outcome"],
            alternative=data["alternative"] if follows else "",
            channel=data["channel"],
            by_name=data["by_name"],
            by_role=data["by_role"],
            words=data["words"],
            happened_at=data["happened_at"],
            proofs=tuple(self.held_files),
        )


class CorrectionForm(DecisionForm):
    """The decision as it should have been written down, and why it was not."""

    reason = LongText(
        label=gettext_lazy("What was wrong with it"),
        rows=3,
        max_length=2000,
        help_text=gettext_lazy("It stands in the new letter and in the record."),
    )

    def __init__(self, *args: Any, wrong: Decision, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "outcome": wrong.outcome,
            "alternative": wrong.alternative,
            "words": wrong.words,
            "by_name": wrong.by_name,
            "by_role": wrong.by_role,
            "channel": wrong.channel,
            "happened_at": wrong.happened_at,
        }
        super().__init__(*args, **kwargs)
        del self.fields["look_back_on"]
