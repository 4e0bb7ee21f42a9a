"""The composer: arguments by factor, consequences, alternatives, a draft reply."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.web.fields import Lines, LongText
from consultancy.web.layout import fields_only
from requests_log.actions.recommend import Advice, Argument
from requests_log.models import ClientRequest, Factor, Verdict
from requests_log.selectors.draft import Draft, rules_behind

MOST_LINES = 20
LONGEST_LINE = 600


class AdviceForm(forms.Form):
    """One item a line. What the rules proposed keeps the rule's name as its backing."""

    consequences = Lines(
        label=gettext_lazy("What can happen"),
        rows=5,
        required=False,
        help_text=gettext_lazy(
            "One a line: specific and plain. You read them again when you note what"
            " came of it."
        ),
    )
    alternatives = Lines(
        label=gettext_lazy("What we recommend instead"),
        rows=4,
        help_text=gettext_lazy("One a line. At least one."),
    )
    reply = LongText(
        label=gettext_lazy("Draft reply"),
        rows=7,
        max_length=5000,
        required=False,
        help_text=gettext_lazy("To copy into WhatsApp or an e-mail."),
    )

    def __init__(
        self, *args: Any, request: ClientRequest, draft: Draft, **kwargs: Any
    ) -> None:
        kwargs["initial"] = _initial(draft)
        super().__init__(*args, **kwargs)
        self.request = request
        self.is_weighed = draft.weighed
        for factor in Factor:
            self.fields[f"because_{factor}"] = Lines(
                label=factor.label, rows=3, required=False
            )
        self.helper = fields_only()

    def argument_fields(self) -> list[forms.BoundField]:
        return [self[f"because_{factor}"] for factor in Factor]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name, value in list(data.items()):
            if isinstance(value, list):
                self._refuse_endless(name, value)
        if not any(data.get(f"because_{factor}") for factor in Factor):
            self.add_error(None, _("Give at least one argument: why not?"))
        warns = data.get("consequences") or "consequences" in self.errors
        if self.request.verdict == Verdict.OFF_STRATEGY and not warns:
            self.add_error("consequences", _("Name at least one consequence."))
        return data

    def _refuse_endless(self, name: str, lines: list[str]) -> None:
        if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
            self.add_error(
                name,
                _("At most %(lines)s lines of %(signs)s characters, please.")
                % {"lines": MOST_LINES, "signs": LONGEST_LINE},
            )

    def advice(self) -> Advice:
        data = self.cleaned_data
        backing = _backing(self.request)
        return Advice(
            arguments=tuple(
                Argument(factor, line, backing.get(line, ""))
                for factor in Factor
                for line in data[f"because_{factor}"]
            ),
            consequences=tuple(data["consequences"]),
            alternatives=tuple(data["alternatives"]),
            reply=data["reply"],
        )


def _initial(draft: Draft) -> dict[str, Any]:
    lines = {f"because_{f}": lines for f, lines in draft.arguments.items()} | {
        "consequences": draft.consequences,
        "alternatives": draft.alternatives,
    }
    # Many rules together may propose more than the form would take back.
    most = {name: proposed[:MOST_LINES] for name, proposed in lines.items()}
    return most | {"reply": draft.reply}


def _backing(request: ClientRequest) -> dict[str, str]:
    """Return the rule behind each argument that was taken as proposed."""
    return {
        text: rule.code
        for rule in rules_behind(request)
        for argument in rule.arguments
        for text in (argument.es, argument.en)
    }
