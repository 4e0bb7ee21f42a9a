"""The strategy in fields, as it is agreed at a table; and its YAML file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.actions.note_strategy import Agreement
from consultancy.selectors.strategy_words import (
    ADDRESSES,
    CHANNELS,
    EMOJI,
    GOALS,
    HUMOUR,
    REGISTERS,
    word,
)
from consultancy.strategy_file import Strategy, StrategyFileError
from consultancy.web.fields import Lines, ShortText
from consultancy.web.layout import fields_only

from .strategy_problem import explain
from .strategy_values import strategy_from_form

NOT_SAID = ("", _("not agreed"))
CHANNEL_USES = [
    ("", _("not agreed")),
    ("out", _("left out on purpose")),
    ("0", _("answers only, no posts")),
    *[(str(n), str(n)) for n in range(1, 22)],
]


class AgreementForm(forms.Form):
    """Who agreed to the strategy and when; empty means that it is only noted."""

    agreed_on = forms.DateField(
        label=_("Agreed on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Leave it empty if the client has not agreed to it yet."),
    )
    agreed_by = ShortText(label=_("Agreed by"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("agreed_by") and not data.get("agreed_on"):
            self.add_error("agreed_on", _("Say on which day they agreed."))
        return data

    def agreement(self) -> Agreement:
        return Agreement(
            on=self.cleaned_data["agreed_on"], by=self.cleaned_data["agreed_by"]
        )


class StrategyForm(AgreementForm):
    """Every field of strategy_file.Strategy but id, name and sector."""

    goals = forms.MultipleChoiceField(
        label=_("Goals"),
        choices=list(GOALS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    languages = Lines(
        label=_("Languages published in"),
        rows=2,
        help_text=_("One code a line, as es, en, ca."),
    )
    markets = Lines(
        label=_("Markets"),
        rows=2,
        required=False,
        help_text=_("One country code a line, as ES, MX, UK."),
    )
    age_from = forms.IntegerField(
        label=_("Audience from age"), min_value=0, max_value=120, required=False
    )
    age_to = forms.IntegerField(
        label=_("to age"), min_value=0, max_value=120, required=False
    )
    audience = ShortText(label=_("Who they are"), max_length=500, required=False)
    topics = Lines(label=_("Topics"), required=False, help_text=_("One a line."))
    topics_excluded = Lines(
        label=_("Topics left out"), required=False, help_text=_("One a line.")
    )
    register = forms.ChoiceField(
        label=_("Tone"), choices=[NOT_SAID, *REGISTERS.items()], required=False
    )
    address = forms.ChoiceField(
        label=_("Form of address"),
        choices=[NOT_SAID, *ADDRESSES.items()],
        required=False,
    )
    emoji = forms.ChoiceField(
        label=_("Emoji"), choices=[NOT_SAID, *EMOJI.items()], required=False
    )
    humour = forms.ChoiceField(
        label=_("Humour"), choices=[NOT_SAID, *HUMOUR.items()], required=False
    )
    budget = forms.DecimalField(
        label=_("Monthly budget"),
        min_value=0,
        max_digits=11,
        decimal_places=2,
        required=False,
    )
    currency = ShortText(
        label=_("Currency"), max_length=3, required=False, initial="EUR"
    )
    lead_time_days = forms.IntegerField(
        label=_("Days of notice"), min_value=0, max_value=365, required=False
    )
    promotional_share_max = forms.IntegerField(
        label=_("Promotional posts, at most (%)"),
        min_value=0,
        max_value=100,
        required=False,
    )
    house_decisions = Lines(
        label=_("House decisions"),
        required=False,
        help_text=_(
            "One a line. After a bar, the words that would break it:"
            " No discounts | discount, sale, 2x1"
        ),
    )

    def __init__(self, *args: Any, name: str, sector: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.name, self.sector = name, sector
        for channel in CHANNELS:
            self.fields[f"channel_{channel}"] = forms.ChoiceField(
                label=word(CHANNELS, channel), choices=CHANNEL_USES, required=False
            )
        self.order_fields(["goals"])
        self.helper = fields_only()
        self.strategy: Strategy | None = None

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.errors:
            try:
                self.strategy = strategy_from_form(
                    data, name=self.name, sector=self.sector
                )
            except StrategyFileError as error:
                self.add_error(_form_field(error.field), explain(error))
        return data

    def channel_fields(self) -> list[forms.BoundField]:
        return [self[f"channel_{channel}"] for channel in CHANNELS]


def _form_field(field: str) -> str | None:
    """Return where the form shows a problem of the strategy's FIELD."""
    places = {"ages": "age_to", "amount": "budget", "decision": "house_decisions"}
    place = places.get(field, field)
    return place if place in StrategyForm.base_fields else None
