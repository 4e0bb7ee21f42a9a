"""The strategy in fields, as it is agreed at a table; and its YAML file."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consultancy.models import Client
from consultancy.selectors.strategy_words import (
    ADDRESSES,
    CHANNELS,
    EMOJI,
    GOALS,
    HUMOUR,
    LANGUAGES,
    MARKETS,
    REGISTERS,
    language_name,
    word,
)
from consultancy.strategy_file import Strategy, StrategyFileError

from .agreement import AgreementForm
from .fields import Lines, LongText, ShortText, capitalised
from .strategy_form_values import CHANNEL, meant_with_bar, strategy_from_form
from .strategy_problem import explain_in_form

MOST = 40  # channels that nobody here knows
NOT_SAID = ("", _("not agreed"))
CHANNEL_USES = capitalised(
    [
        NOT_SAID,
        ("out", _("left out on purpose")),
        ("0", _("answers only, no posts")),
        *[(str(n), str(n)) for n in range(1, 22)],
    ]
)


class StrategyForm(AgreementForm):
    """Every field of strategy_file.Strategy but id, name and sector."""

    goals = forms.MultipleChoiceField(
        label=_("Goals"),
        widget=forms.CheckboxSelectMultiple,
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages published in"), widget=forms.CheckboxSelectMultiple
    )
    markets = forms.MultipleChoiceField(
        label=_("Markets"), required=False, widget=forms.CheckboxSelectMultiple
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
        label=_("Tone"),
        choices=capitalised([NOT_SAID, *REGISTERS.items()]),
        required=False,
    )
    address = forms.ChoiceField(
        label=_("Form of address"),
        choices=capitalised([NOT_SAID, *ADDRESSES.items()]),
        required=False,
    )
    emoji = forms.ChoiceField(
        label=_("Emoji"),
        choices=capitalised([NOT_SAID, *EMOJI.items()]),
        required=False,
    )
    humour = forms.ChoiceField(
        label=_("Humour"),
        choices=capitalised([NOT_SAID, *HUMOUR.items()]),
        required=False,
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
    # Tried on what is typed here, never kept.
    sample = LongText(
        label=_("How the client might ask for it all the same"),
        required=False,
        rows=2,
        help_text=_("Try it before it happens: what the strategy hears is marked."),
    )

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, client=client, **kwargs)
        self.client = client
        for field, known in self._several().items():
            self.fields[field].choices = known  # type: ignore[attr-defined]
        self.channels = [*CHANNELS, *self._channels_of_their_own()]
        for channel in self.channels:
            self.fields[f"{CHANNEL}{channel}"] = self._channel_field(channel)
        self.order_fields(["goals"])
        self.strategy: Strategy | None = None

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.errors:
            try:
                self.strategy = strategy_from_form(
                    data, name=self.client.name, sector=self.client.sector
                )
            except StrategyFileError as error:
                place = _form_field(error.field)
                told = explain_in_form(error, at_its_field=bool(place))
                self.add_error(place, told)
        return data

    def clean_house_decisions(self) -> list[str]:
        lines: list[str] = self.cleaned_data["house_decisions"]
        for line in lines:
            meant = meant_with_bar(line)
            if meant:
                raise forms.ValidationError(_not_a_colon(meant), code="colon")
        return lines

    def _several(self) -> dict[str, list[tuple[str, str]]]:
        """Return what each field of several offers, and what a file once said."""
        known = {
            "goals": {code: word(GOALS, code) for code in GOALS},
            "languages": {code: language_name(code) for code in LANGUAGES},
            "markets": {code: word(MARKETS, code) for code in MARKETS},
        }
        return {
            field: list(({**words, **self._unknown(field, words)}).items())
            for field, words in known.items()
        }

    def _unknown(self, field: str, words: dict[str, str]) -> dict[str, str]:
        return {
            code: code for code in self.initial.get(field) or () if code not in words
        }

    def _channels_of_their_own(self) -> list[str]:
        """Return channels of a strategy that came from a file and nobody here knows."""
        known = {f"{CHANNEL}{channel}" for channel in CHANNELS}
        told = [name for name in (*self.initial, *self.data) if name not in known]
        names = [name for name in told if name.startswith(CHANNEL)]
        return [name.removeprefix(CHANNEL) for name in dict.fromkeys(names)][:MOST]

    def _channel_field(self, channel: str) -> forms.ChoiceField:
        uses = list(CHANNEL_USES)
        agreed = self.initial.get(f"{CHANNEL}{channel}", "")
        if agreed not in {code for code, _words in uses}:
            uses.append((agreed, agreed))
        return forms.ChoiceField(
            label=word(CHANNELS, channel), choices=uses, required=False
        )

    def channels_used(self) -> list[forms.BoundField]:
        return [field for field in self._channel_fields() if _says(field)]

    def channels_unused(self) -> list[forms.BoundField]:
        return [field for field in self._channel_fields() if not _says(field)]

    def _channel_fields(self) -> list[forms.BoundField]:
        return [self[f"{CHANNEL}{channel}"] for channel in self.channels]


def _says(field: forms.BoundField) -> bool:
    return bool(field.value() or field.errors)


def _not_a_colon(meant: str) -> str:
    return gettext(
        "The words that would break a decision stand after a bar, not after a colon:"
        " “%(meant)s”. If the colon is part of the decision, end the line with a bar."
    ) % {"meant": meant}


def _form_field(field: str) -> str | None:
    """Return where the form shows a problem of the strategy's FIELD."""
    places = {"ages": "age_to", "amount": "budget", "decision": "house_decisions"}
    place = places.get(field, field)
    return place if place in StrategyForm.base_fields else None
