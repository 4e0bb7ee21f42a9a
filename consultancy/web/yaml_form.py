"""YAML brought to a form: chosen as a file or pasted."""

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.strategy_values import StrategyFileError

from .fields import LongText
from .sent import send_back
from .strategy_problem import explain


class PastedYaml(LongText):
    """Not stripped: an error must name the line the reader counts."""

    def __init__(self, **kwargs: Any) -> None:
        label = gettext_lazy("or paste it here")
        super().__init__(label=label, rows=10, required=False, strip=False, **kwargs)


class YamlForm(forms.Form):
    """Its children say in `take_in` what is made of the text."""

    file = forms.FileField(label=gettext_lazy("YAML file"), required=False)
    text = PastedYaml()

    most_bytes_read: ClassVar[int]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.read_text = ""

    def take_in(self, text: str) -> None:
        """Make of TEXT what the form is for. Raises StrategyFileError."""

    def show_text(self) -> None:
        """Have the page show what the file said: a browser does not send it twice."""
        most: int = self.fields["text"].max_length  # type: ignore[attr-defined]
        if self.read_text and len(self.read_text) <= most:
            send_back(self, text=[self.read_text])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file: UploadedFile | None = data.get("file")
        field = "file" if file else "text"
        try:
            self.read_text = self._text_of(file) if file else str(data.get("text", ""))
            if not self.errors:
                self.take_in(self.read_text)
        except StrategyFileError as error:
            self.add_error(field, explain(error))
        except UnicodeDecodeError:
            self.add_error(field, _("The file is not text in UTF-8."))
        return data

    def _text_of(self, file: UploadedFile) -> str:
        # One byte more than allowed is enough for the reader to refuse it.
        content: bytes = file.read(self.most_bytes_read + 1)
        return content.decode("utf-8-sig")
