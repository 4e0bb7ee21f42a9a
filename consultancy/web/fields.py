"""Text as people paste it: one canonical form, and plain words for what is refused."""

import unicodedata
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LONG_TEXT = 20_000  # characters; a long mail is some 3,000


class LongText(forms.CharField):
    """Some paragraphs. NFC, line feeds only; blank means nothing visible at all."""

    def __init__(
        self, *, rows: int = 4, max_length: int = LONG_TEXT, **kwargs: Any
    ) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(max_length=max_length, **kwargs)
        # The browser would cut a pasted text off in silence; the server says it.
        self.widget.attrs.pop("maxlength", None)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        _refuse_unwritable(text)
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
        return text.replace("\r", "\n") if has_words(text) else ""


class ShortText(LongText):
    """A name or a line: no line breaks, nothing that turns or hides letters."""

    def __init__(self, *, max_length: int = 120, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput())
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        _refuse_invisible(text)
        return text


class Name(ShortText):
    """What somebody or something is called: single spaces, as a person reads it."""

    def to_python(self, value: Any) -> str:
        return " ".join(super().to_python(value).split())


class EmailAddress(forms.EmailField):
    """An address as it can be stored and written to: nothing hidden in it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=254, **kwargs)
        self.widget.attrs.pop("maxlength", None)

    def to_python(self, value: Any) -> str:
        text = unicodedata.normalize("NFKC", super().to_python(value) or "")
        _refuse_unwritable(text)
        _refuse_invisible(text)
        return text


class Lines(LongText):
    """One item a line; clean value is a list of the lines that say something."""

    def clean(self, value: Any) -> list[str]:
        text = super().clean(value)
        return [line.strip() for line in text.splitlines() if has_words(line)]

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value


def capitalised(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return CHOICES (value, label) for a list to choose from: as labels begin a line
    there, each begins with a capital."""
    return [(value, capfirst(label)) for value, label in choices]


def has_words(text: str) -> bool:
    """Say whether anything in TEXT can be seen."""
    return any(unicodedata.category(c)[0] not in "ZC" for c in text)


def _refuse_invisible(text: str) -> None:
    if any(unicodedata.category(c) in {"Cc", "Cf"} for c in text):
        raise ValidationError(
            _("This line holds characters that cannot be seen. Type it by hand."),
            code="invisible",
        )


def _refuse_unwritable(text: str) -> None:
    """Refuse what no database or letter can hold: NUL and halves of characters."""
    if "\x00" in text or any(unicodedata.category(c) == "Cs" for c in text):
        raise ValidationError(
            _("The text holds a broken character. Paste it again, or type it."),
            code="broken_character",
        )
