"""A strategy brought as YAML: chosen as a file or pasted."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.models import Client
from consultancy.strategy_file import (
    MAX_FILE_BYTES,
    Strategy,
    StrategyFileError,
    read_strategies,
)
from consultancy.web.agreement import AgreementForm
from consultancy.web.fields import LONG_TEXT, LongText
from consultancy.web.strategy_problem import explain
from consultancy.web.uploads import sent_again


class StrategyFileForm(AgreementForm):
    """One strategy: the only one in the file, or the one with the client's name."""

    file = forms.FileField(label=gettext_lazy("YAML file"), required=False)
    # Not stripped: an error must name the line the reader counts.
    text = LongText(
        label=gettext_lazy("or paste it here"), rows=10, required=False, strip=False
    )

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, client=client, **kwargs)
        self.client_name = client.name
        self.order_fields(["file", "text"])
        self.strategy: Strategy | None = None
        self.read_text = ""

    def show_text(self) -> None:
        """Have the page show what the file said: a browser does not send it twice."""
        if self.read_text and len(self.read_text) <= LONG_TEXT:
            data = sent_again(self.data)
            data["text"] = self.read_text
            self.data = data

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        field = "file" if data.get("file") else "text"
        try:
            self.read_text = _text_of(data)
            if not self.errors:
                self.strategy = self._chosen(read_strategies(self.read_text))
        except StrategyFileError as error:
            self.add_error(field, explain(error))
        except UnicodeDecodeError:
            self.add_error(field, _("The file is not text in UTF-8."))
        return data

    def _chosen(self, strategies: tuple[Strategy, ...]) -> Strategy | None:
        if len(strategies) == 1:
            return strategies[0]
        for strategy in strategies:
            if strategy.name == self.client_name:
                return strategy
        self.add_error(
            None,
            _("The file holds %(count)s strategies and none is called %(name)s.")
            % {"count": len(strategies), "name": self.client_name},
        )
        return None


def _text_of(data: dict[str, Any]) -> str:
    file: UploadedFile | None = data.get("file")
    if not file:
        return str(data.get("text", ""))
    # One byte more than allowed is enough for the reader to refuse it.
    content: bytes = file.read(MAX_FILE_BYTES + 1)
    return content.decode("utf-8-sig")
