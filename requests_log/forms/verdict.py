"""The consultant's verdict beside the engine's."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.web.fields import LongText
from consultancy.web.layout import fields_only
from requests_log.models import ClientRequest, Verdict

from .rule_choices import rule_choices
from .thin import is_thin


class VerdictForm(forms.Form):
    """A change needs a reason; bad practice lowered needs it said twice."""

    verdict = forms.ChoiceField(
        label=gettext_lazy("Your verdict"),
        choices=Verdict.choices,
        widget=forms.RadioSelect,
    )
    reason = LongText(
        label=gettext_lazy("Why you judge otherwise"),
        rows=3,
        max_length=2000,
        required=False,
        help_text=gettext_lazy(
            "Only if your verdict differs. It stays in your record."
        ),
    )
    own_rule = forms.ChoiceField(
        label=gettext_lazy("What it goes against"),
        required=False,
        help_text=gettext_lazy("Only if you object where no rule did."),
    )
    # How long the text was that the page showed: a part of it is shorter.
    shown = forms.IntegerField(widget=forms.HiddenInput, required=False)
    lowered = forms.BooleanField(
        label=gettext_lazy(
            "I confirm that this is not bad practice, and I answer for it"
        ),
        required=False,
    )

    def __init__(self, *args: Any, request: ClientRequest, **kwargs: Any) -> None:
        shown = len(request.text)
        kwargs["initial"] = {"verdict": request.triage.verdict, "shown": shown}
        super().__init__(*args, **kwargs)
        self.request = request
        self.rules = rule_choices(request.consultant)
        offered = [("", "---------"), *self.rules]
        self.fields["own_rule"].choices = offered  # type: ignore[attr-defined]
        self.lowers = False  # whether the page must show the second confirmation
        self.helper = fields_only()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        verdict, engine = data.get("verdict"), self.request.triage.verdict
        if data.get("shown") not in (None, len(self.request.text)):
            self.add_error(
                None, _("The message was split meanwhile. This is one part of it.")
            )
        if not verdict:
            return data
        if verdict != engine:
            self._ask_why(data)
        if verdict not in (Verdict.FINE, engine):
            self._ask_what_against(data, verdict)
        if engine == Verdict.BAD_PRACTICE != verdict and not data.get("lowered"):
            self.lowers = True
            self.add_error(
                "lowered", _("The rules call it a bad practice. Confirm once more.")
            )
        return data

    def _ask_why(self, data: dict[str, Any]) -> None:
        if is_thin(data.get("reason", "")):
            self.add_error(
                "reason",
                _(
                    "Say in a sentence why you judge otherwise;"
                    " it may be asked one day."
                ),
            )

    def _ask_what_against(self, data: dict[str, Any], verdict: str) -> None:
        findings = self.request.triage.findings.filter(set_aside=False, verdict=verdict)
        by_label = dict(self.rules)[str(Verdict(verdict).label)]
        codes = {code for code, _title in by_label}
        if not findings.exists() and data.get("own_rule") not in codes:
            self.add_error(
                "own_rule",
                _("Choose what it goes against; the letter argues from there."),
            )
