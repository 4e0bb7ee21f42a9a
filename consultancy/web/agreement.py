"""Who agreed to a strategy, when, how, and what proves it: asked in one place."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.actions.note_strategy import Agreement
from consultancy.models import AgreedHow, Client, StrategyVersion
from consultancy.selectors.clients import deciders_of

from .days import DayField, not_later
from .fields import LongText, ShortText, capitalised
from .layout import fields_only
from .uploads import FilesForm

OLDEST = date(2000, 1, 1)  # whoever types an earlier year has mistyped it
NEEDED = {
    "agreed_on": _("Say on which day they agreed."),
    "agreed_by": _("Say who agreed."),
    "agreed_how": _("Say how they agreed."),
}


class AgreementForm(FilesForm):
    """The agreement, to be told whole or not at all; not at all means only noted."""

    agreed_on = DayField(label=_("Agreed on"), required=False)
    agreed_how = forms.ChoiceField(
        label=_("How"),
        choices=[("", "—"), *capitalised(AgreedHow.choices)],
        required=False,
    )
    agreed_by = ShortText(label=_("Agreed by"), required=False)
    proof_note = LongText(
        label=_("About the proof"), rows=2, max_length=2_000, required=False
    )
    # The version this one was begun upon, so that no other is passed over.
    after = forms.IntegerField(
        min_value=0, max_value=1_000_000, required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, client: Client, today: date, **kwargs: Any) -> None:
        super().__init__(*args, consultant=client.consultant, **kwargs)
        self.today = today
        self.deciders = deciders_of(client)
        self.fields["agreed_by"].widget.attrs["list"] = "deciders"
        self.fields["agreed_by"].widget.attrs["autocomplete"] = "off"
        self.fields["agreed_on"].widget.attrs["max"] = today.isoformat()
        self.fields["uploads"].label = _("Proof")
        self.helper = fields_only()

    def clean_agreed_on(self) -> date | None:
        day: date | None = self.cleaned_data["agreed_on"]
        if day and day < OLDEST:
            raise forms.ValidationError(_("This was very long ago. Look at the year."))
        return day and not_later(day, self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        told = ("agreed_on", "agreed_by", "agreed_how", "proof_note", "uploads", "held")
        if any(data.get(field) for field in told):
            self.need(*NEEDED)
        return data

    def need(self, *fields: str) -> None:
        """Ask for those of FIELDS that are here, empty and not faulty already."""
        for field in fields:
            empty = field in self.fields and not self.cleaned_data.get(field)
            if empty and field not in self.errors:
                self.add_error(field, NEEDED[field])

    def agreement(self) -> Agreement:
        data = self.cleaned_data
        return Agreement(
            on=data.get("agreed_on"),
            by=data.get("agreed_by", ""),
            how=data.get("agreed_how", ""),
            note=data.get("proof_note", ""),
            files=tuple(self.held_files),
        )


class ProofForm(AgreementForm):
    """What a version does not tell yet: all of the agreement, or what proves it."""

    def __init__(self, *args: Any, version: StrategyVersion, **kwargs: Any) -> None:
        super().__init__(*args, client=version.client, **kwargs)
        self.version = version
        del self.fields["after"]
        for field in NEEDED:
            if getattr(version, field):
                del self.fields[field]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self.need(*NEEDED)
        brought = data.get("uploads") or data.get("held")
        if self.version.agreed_on and not brought and "uploads" not in self.errors:
            self.add_error("uploads", _("Bring at least one file that proves it."))
        return data
