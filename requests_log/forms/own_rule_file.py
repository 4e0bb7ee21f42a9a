"""Rules of one's own brought as YAML: chosen as a file or pasted."""

from dataclasses import replace
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.models import Consultant
from consultancy.models.name_key import name_key
from consultancy.selectors.clients import clients_of
from consultancy.strategy_values import StrategyFileError
from consultancy.web.fields import LongText
from consultancy.web.layout import fields_only
from consultancy.web.strategy_problem import explain
from consultancy.web.uploads import sent_again
from requests_log.actions.write_own_rule import Draft
from requests_log.selectors.rulebook import rulebook
from requests_log.triage.own_rule_file import MAX_FILE_BYTES, read_own_rules
from requests_log.triage.own_rule_strangers import Known


class OwnRuleFileForm(forms.Form):
    """All rules of a file, or none of them: `drafts` once it is valid."""

    file = forms.FileField(label=gettext_lazy("YAML file"), required=False)
    # Not stripped: an error must name the line the reader counts.
    text = LongText(
        label=gettext_lazy("or paste it here"),
        rows=10,
        required=False,
        strip=False,
        max_length=MAX_FILE_BYTES,
    )

    def __init__(self, *args: Any, consultant: Consultant, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consultant = consultant
        self.drafts: list[Draft] = []
        self.read_text = ""
        self.helper = fields_only()

    def show_text(self) -> None:
        """Have the page show what the file said: a browser does not send it twice."""
        if self.read_text:
            data = sent_again(self.data)
            data["text"] = self.read_text
            self.data = data

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        field = "file" if data.get("file") else "text"
        try:
            self.read_text = _text_of(data)
            if not self.errors:
                self.drafts = self._drafts()
        except StrategyFileError as error:
            self.add_error(field, explain(error))
        except UnicodeDecodeError:
            self.add_error(field, _("The file is not text in UTF-8."))
        return data

    def _drafts(self) -> list[Draft]:
        rows = clients_of(self.consultant).values_list("name_key", "pk")
        clients = dict(rows)
        known = Known(ideas=rulebook().ideas, clients=clients, key=name_key)
        rules = read_own_rules(self.read_text, known=known)
        return [
            Draft(
                replace(rule, clients=()),
                [clients[name_key(name)] for name in rule.clients],
            )
            for rule in rules
        ]


def _text_of(data: dict[str, Any]) -> str:
    file: UploadedFile | None = data.get("file")
    if not file:
        return str(data.get("text", ""))
    # One byte more than allowed is enough for the reader to refuse it.
    content: bytes = file.read(MAX_FILE_BYTES + 1)
    return content.decode("utf-8-sig")
