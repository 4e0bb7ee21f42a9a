"""The fields in which a rule of one's own is written: what it hears, what it says."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from consultancy.strategy_values import StrategyFileError
from consultancy.web.fields import LONG_TEXT, Lines, LongText, Name, capitalised
from requests_log.selectors.own_rule_words import ASKED, ORDERS, WITHIN
from requests_log.triage import own_rule as limits
from requests_log.triage.own_rule_values import read_phrase

_SAID = {
    "name": gettext_lazy("Name"),
    "why": gettext_lazy("Why you advise against it"),
    "consequences": gettext_lazy("What can happen"),
    "alternatives": gettext_lazy("What to recommend instead"),
    "reply": gettext_lazy("Draft of the reply"),
}
SAID = tuple(_SAID)


class Phrases(Lines):
    """Words and phrases, one a line or with commas between; each once."""

    def __init__(self, **kwargs: Any) -> None:
        hint = gettext_lazy("One a line, or with commas between.")
        super().__init__(
            rows=2, max_length=LONG_TEXT, required=False, help_text=hint, **kwargs
        )

    def clean(self, value: Any) -> list[str]:
        lines = super().clean(value)
        parts = [part.strip() for line in lines for part in line.split(",")]
        phrases = list(dict.fromkeys(_phrase(part) for part in parts if part))
        if len(phrases) > limits.MOST_PHRASES:
            raise ValidationError(
                _("At most %(most)s words or phrases fit here.")
                % {"most": limits.MOST_PHRASES},
                code="too_many",
            )
        return phrases


class FewLines(Lines):
    """One item a line, so many of them at most, none too long."""

    def clean(self, value: Any) -> list[str]:
        lines = super().clean(value)
        if len(lines) > limits.MOST_LINES:
            raise ValidationError(
                _("At most %(most)s lines.") % {"most": limits.MOST_LINES},
                code="too_many",
            )
        if any(len(line) > limits.LONGEST_LINE for line in lines):
            raise ValidationError(
                _("A line has at most %(most)s characters.")
                % {"most": limits.LONGEST_LINE},
                code="too_long",
            )
        return lines


class FewChoices(forms.MultipleChoiceField):
    """Some of the choices, ticked."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        widget = forms.CheckboxSelectMultiple()
        super().__init__(required=False, widget=widget, **kwargs)
        self.most = most

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if len(value) > self.most:
            raise ValidationError(
                _("Tick at most %(most)s.") % {"most": self.most}, code="too_many"
            )


def said_fields(language: str) -> dict[str, forms.Field]:
    """Return the fields of what a rule says in LANGUAGE."""
    hints = {
        "name": gettext_lazy("A few words, as the letter shall call it."),
        "why": gettext_lazy("Your reason, as the client shall read it."),
        "consequences": gettext_lazy("One a line."),
        "alternatives": gettext_lazy("One a line."),
        "reply": gettext_lazy("What you would answer. You can change it each time."),
    }
    longest = {"why": limits.LONGEST_TEXT, "reply": limits.LONGEST_TEXT}
    kinds: Mapping[str, type[LongText]] = {
        "name": Name,
        "consequences": FewLines,
        "alternatives": FewLines,
    }
    fields: dict[str, forms.Field] = {}
    for name, label in _SAID.items():
        kind = kinds.get(name, LongText)
        more: dict[str, Any] = {"max_length": longest.get(name, LONG_TEXT)}
        if kind is Name:
            more["max_length"] = limits.LONGEST_NAME
        else:
            more["rows"] = 3
        fields[f"{name}_{language}"] = kind(
            label=label, required=False, help_text=hints[name], **more
        )
        fields[f"{name}_{language}"].widget.attrs["lang"] = language
    return fields


def mark_as_needed(field: forms.Field) -> None:
    """Draw FIELD as a required one is drawn; whether it is depends on others."""
    field.label = format_html('{}<span class="asteriskField">*</span>', field.label)
    field.widget.attrs["aria-required"] = "true"


def way_fields(number: int, ideas: list[tuple[str, str]]) -> dict[str, forms.Field]:
    """Return the fields of one way to say it."""
    way = f"way{number}_"
    fields: dict[str, forms.Field] = {}
    for group in [str(each + 1) for each in range(limits.MOST_GROUPS)] + ["none"]:
        fields[f"{way}words_{group}"] = Phrases(label=_GROUPS[group])
        fields[f"{way}ideas_{group}"] = FewChoices(
            label=gettext_lazy("Ideas the rules know already"),
            choices=ideas,
            most=limits.MOST_IDEAS,
        )
    fields[f"{way}within"] = _choice(pgettext_lazy("words", "Together"), WITHIN)
    fields[f"{way}within"].initial = "sentence"
    fields[f"{way}apart"] = forms.IntegerField(
        label=gettext_lazy("Words between them, at most"),
        min_value=1,
        max_value=limits.MOST_APART,
        required=False,
        initial=limits.Way(()).apart,
    )
    fields[f"{way}order"] = _choice(gettext_lazy("Order"), ORDERS)
    fields[f"{way}asked"] = _choice(gettext_lazy("How it is said"), ASKED)
    return fields


def _choice(label: Any, words: Mapping[str, Any]) -> forms.Field:
    return forms.ChoiceField(
        label=label, choices=capitalised(words.items()), required=False
    )


def _phrase(written: str) -> str:
    try:
        return read_phrase(written, None, "words")
    except StrategyFileError as error:
        raise ValidationError(
            PHRASE_PROBLEMS.get(error.problem, PHRASE_PROBLEMS["not_a_phrase"])
            % {"phrase": written[:40], "most": limits.MOST_WORDS_OF_A_PHRASE},
            code=error.problem,
        ) from error


PHRASE_PROBLEMS = {
    "not_a_phrase": gettext_lazy(
        "“%(phrase)s” is no phrase of one to %(most)s words. Put commas between them."
    ),
    "too_long": gettext_lazy(
        "“%(phrase)s…” is too long for a phrase. Put commas between them."
    ),
    "unreadable_character": gettext_lazy(
        "“%(phrase)s” holds characters that cannot be seen. Type it by hand."
    ),
}
_GROUPS = {
    "1": gettext_lazy("Any of these words or phrases"),
    "2": gettext_lazy("and any of these"),
    "3": gettext_lazy("and any of these too"),
    "none": gettext_lazy("but none of these nearby"),
}
