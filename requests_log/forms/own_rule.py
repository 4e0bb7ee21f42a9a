"""The editor of a rule of one's own."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.models import Client, Consultant
from consultancy.selectors.clients import clients_of
from consultancy.selectors.reader import reading_language
from consultancy.strategy_values import StrategyFileError
from consultancy.web.fields import LongText, capitalised
from consultancy.web.layout import fields_only
from consultancy.web.strategy_problem import explain
from requests_log.models import Factor, Verdict
from requests_log.selectors.own_rule_words import DESPITE
from requests_log.selectors.rulebook import idea_names
from requests_log.triage import own_rule as limits
from requests_log.triage.own_rule import OwnRule, Way
from requests_log.triage.own_rule_file import (
    own_rule_from_fields,
    own_rule_to_fields,
)

from .own_rule_fields import (
    SAID,
    FewChoices,
    mark_as_needed,
    said_fields,
    way_fields,
)
from .own_rule_values import GROUPS, LANGUAGES, UNWRITTEN, WAYS, rule_of_form


@dataclass(frozen=True)
class WayFields:
    """One way as the page draws it; `is_used` where anything stands in it, `is_told`
    where how close its words must stand is not as always."""

    number: int
    groups: list[tuple[forms.BoundField, forms.BoundField]]
    none: tuple[forms.BoundField, forms.BoundField]
    how: list[forms.BoundField]
    is_used: bool
    is_told: bool


class OwnRuleForm(forms.Form):
    """Fields for all that a rule is; no code, no patterns. `rule` once it is valid."""

    verdict = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        choices=[choice for choice in Verdict.choices if choice[0] != Verdict.FINE],
        widget=forms.RadioSelect,
        initial=Verdict.OFF_STRATEGY,
    )
    factor = forms.ChoiceField(
        label=gettext_lazy("What your reason leans on"),
        choices=capitalised(
            choice for choice in Factor.choices if choice[0] in limits.OWN_FACTORS
        ),
        required=False,
    )
    despite = FewChoices(
        label=gettext_lazy("Let it speak even when"),
        choices=list(DESPITE.items()),
        most=len(DESPITE),
    )
    clients = forms.ModelMultipleChoiceField(
        label=gettext_lazy("For these clients"),
        queryset=Client.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("With none ticked it is for all of them."),
    )
    sample = LongText(
        label=gettext_lazy("Try it on a message"),
        rows=4,
        required=False,
        help_text=gettext_lazy("It is only tried, not kept."),
    )
    after = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        consultant: Consultant,
        telling: tuple[str, ...] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        told = [each for each in LANGUAGES if self.initial.get(f"name_{each}")]
        first = told[0] if len(told) == 1 else reading_language()
        self.languages = (first, *(each for each in LANGUAGES if each != first))
        self.fields["clients"].queryset = clients_of(consultant)  # type: ignore[attr-defined]
        for language in LANGUAGES:
            self.fields |= said_fields(language)
        ideas = idea_names()
        for number in WAYS:
            self.fields |= way_fields(number, ideas)
        for name in ("way1_words_1", *(f"{each}_{first}" for each in SAID)):
            mark_as_needed(self.fields[name])
        self.fields["telling"] = FewChoices(
            label=_("Words of the message: tick those that tell it"),
            choices=[(word, word) for word in telling],
            most=limits.MOST_PHRASES,
        )
        self.rule: OwnRule | None = None
        self.helper = fields_only()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self._add_telling(data)
        self._ask_for_words(data)
        self._ask_for_one_language(data)
        if not self.errors:
            names = [client.name for client in data["clients"]]
            try:
                # Read as a file is: what is saved here can be taken along.
                fields = own_rule_to_fields(rule_of_form(data, clients=names))
                self.rule = own_rule_from_fields(fields)
            except StrategyFileError as error:
                self.add_error(None, explain(error))
        return data

    @property
    def tried(self) -> OwnRule | None:
        """What can be tried already, whatever is still missing or wrong elsewhere."""
        if any(name.startswith("way") for name in self.errors):
            return None
        rule = rule_of_form(self.cleaned_data, clients=(), unwritten=UNWRITTEN)
        return rule if rule.when else None

    @property
    def ways(self) -> list[WayFields]:
        return [self._way(number) for number in WAYS]

    @property
    def said(self) -> list[tuple[str, list[forms.BoundField], bool]]:
        """Each language, its fields, and whether any of them holds something."""
        fields = {
            language: [self[f"{name}_{language}"] for name in SAID]
            for language in self.languages
        }
        return [
            (language, some, any(field.value() for field in some))
            for language, some in fields.items()
        ]

    def _way(self, number: int) -> WayFields:
        def pair(group: str) -> tuple[forms.BoundField, forms.BoundField]:
            way = f"way{number}_"
            return self[f"{way}words_{group}"], self[f"{way}ideas_{group}"]

        groups, none = [pair(str(group)) for group in GROUPS], pair("none")
        how = [self[f"way{number}_{name}"] for name in _HOW]
        fields = [field for both in (*groups, none) for field in both]
        used = any(field.value() or field.errors for field in fields)
        told = any(
            field.errors or str(field.value() or "") not in ("", as_always)
            for field, as_always in zip(how, _HOW.values(), strict=True)
        )
        return WayFields(number, groups, none, how, used, told)

    def _add_telling(self, data: dict[str, Any]) -> None:
        words = data.get("way1_words_1")
        if words is not None and data.get("telling"):
            data["way1_words_1"] = list(dict.fromkeys([*words, *data["telling"]]))

    def _ask_for_words(self, data: dict[str, Any]) -> None:
        if any(name.startswith("way") for name in self.errors):
            return
        used = [number for number in WAYS if self._listens(data, number)]
        for number in WAYS:
            lonely = data[f"way{number}_words_none"] or data[f"way{number}_ideas_none"]
            if number not in used and (lonely or (number == 1 and not used)):
                self.add_error(
                    f"way{number}_words_1",
                    _("Say which words it listens for, or tick an idea."),
                )

    def _listens(self, data: dict[str, Any], number: int) -> bool:
        way = f"way{number}_"
        return any(
            data[f"{way}words_{group}"] or data[f"{way}ideas_{group}"]
            for group in GROUPS
        )

    def _ask_for_one_language(self, data: dict[str, Any]) -> None:
        begun = [each for each in LANGUAGES if self._is_begun(each)]
        for language in begun or self.languages[:1]:
            for name in SAID:
                field = f"{name}_{language}"
                if field not in self.errors and not data.get(field):
                    self.add_error(field, NEEDED[language])

    def _is_begun(self, language: str) -> bool:
        return any(self[f"{name}_{language}"].value() for name in SAID)


NEEDED = {
    "es": gettext_lazy("This is needed in Spanish."),
    "en": gettext_lazy("This is needed in English."),
}
# And what each is where nothing is said.
_HOW = {
    "within": Way(()).within,
    "apart": str(Way(()).apart),
    "order": "no",
    "asked": "",
}
