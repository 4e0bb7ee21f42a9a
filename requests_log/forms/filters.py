"""The filters of the request list as they stand in its address."""

from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from consultancy.models import Client, Consultant
from consultancy.web.days import DayField
from consultancy.web.layout import fields_only
from requests_log.models.search_text import fold
from requests_log.selectors.filters import Filters, words_of
from requests_log.selectors.request_words import CHANNELS, STAGES, VERDICTS, Words

from .rule_choices import rule_choices

FIRST_YEAR = 1970


class FiltersForm(forms.Form):
    """Nothing is required; the clients offered are the consultant's own.

    `left_out` names what the address held and means nothing.
    """

    q = forms.CharField(
        label=gettext_lazy("Search"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    client = forms.ChoiceField(label=gettext_lazy("Client"), required=False)
    stage = forms.ChoiceField(label=gettext_lazy("Stage"), required=False)
    verdict = forms.ChoiceField(label=gettext_lazy("Verdict"), required=False)
    rule = forms.ChoiceField(label=gettext_lazy("Rule"), required=False)
    channel = forms.ChoiceField(label=gettext_lazy("How it came"), required=False)

    def __init__(
        self,
        *args: Any,
        clients: Sequence[Client],
        rules: Sequence[Any],
        left_out: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        # Their names in the address are words of Python.
        for name, label in (("from", _("From")), ("to", _("To"))):
            self.fields[name] = DayField(
                label=label, required=False, validators=[_refuse_far]
            )
        self._offer("client", _client_choices(clients))
        self._offer("stage", _choices(STAGES))
        self._offer("verdict", _choices(VERDICTS))
        self._offer("rule", rules)
        self._offer("channel", _choices(CHANNELS))
        self.left_out = left_out
        self.clients = clients
        self.helper = fields_only()

    def _offer(self, name: str, choices: Sequence[Any]) -> None:
        offered = [("", pgettext("filter", "Any")), *choices]
        self.fields[name].choices = offered  # type: ignore[attr-defined]

    def clean_q(self) -> str:
        text: str = self.cleaned_data["q"]
        if text and not fold(text):
            raise ValidationError(_("There is no word in it."))
        return text

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("from") and data.get("to") and data["to"] < data["from"]:
            self.add_error("to", _("This day is before the first one."))
        return data

    @property
    def kept(self) -> str:
        """The query string that says the same, without what is empty."""
        given = {name: self.data.get(name, "").strip() for name in self.fields}
        return urlencode({name: value for name, value in given.items() if value})

    @property
    def choosers(self) -> list[forms.BoundField]:
        """Return every field but the words."""
        return [self[name] for name in self.fields if name != "q"]

    @property
    def chooses(self) -> bool:
        """Whether anything but words narrows the list."""
        return any(field.value() for field in self.choosers)

    def filters(self) -> Filters:
        """Return what a form without errors asks for."""
        data = self.cleaned_data
        last = data["to"]
        return Filters(
            client=int(data["client"]) if data["client"] else None,
            verdict=data["verdict"],
            stage=data["stage"],
            rule=data["rule"],
            channel=data["channel"],
            since=_midnight(data["from"]),
            before=_midnight(last + timedelta(days=1) if last else None),
            words=words_of(data["q"], clients=self.clients),
        )


def read_filters(
    query: Mapping[str, str], *, consultant: Consultant, clients: Sequence[Client]
) -> FiltersForm:
    """Return the form of what in QUERY means something; the rest is left out."""
    rules = rule_choices(consultant, with_retired=True)
    form = FiltersForm(query, clients=clients, rules=rules)
    if form.is_valid():
        return form
    sound = {name: query[name] for name in form.cleaned_data if name in query}
    left_out = [str(form.fields[name].label) for name in form.errors]
    form = FiltersForm(sound, clients=clients, rules=rules, left_out=left_out)
    form.full_clean()
    return form


def _refuse_far(day: date) -> None:
    # The ends of the calendar have no midnight in every zone.
    if not FIRST_YEAR <= day.year < MAXYEAR:
        raise ValidationError(_("No request can be that old or new."))


def _client_choices(clients: Sequence[Client]) -> list[Any]:
    """Return the clients, those in the archive apart: their requests are found."""
    here = [(str(each.pk), each.name) for each in clients if not each.archived_at]
    away = [(str(each.pk), each.name) for each in clients if each.archived_at]
    return [*here, *([(_("In the archive"), away)] if away else [])]


def _choices(words: Words) -> list[tuple[str, str | Promise]]:
    return list(words.items())


def _midnight(day: date | None) -> datetime | None:
    """Return when the day begins where the reader is."""
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None
