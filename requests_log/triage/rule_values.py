"""Typed readers for the fields of lexicon and rule files."""

import re
from pathlib import Path

from consultancy.careful_yaml import Fields, Items, Text, Value, YamlError, read_yaml

LANGUAGES = ("es", "en")
_WHOLE = re.compile(r"[1-9][0-9]{0,8}")


class RuleFileError(Exception):
    """A lexicon or rule file refused: where, and what was expected there."""

    def __init__(self, file: str, line: int | None, field: str, expected: str) -> None:
        super().__init__(f"{file}:{line or 1}: {field}: expected {expected}")
        self.file = file
        self.line = line
        self.field = field
        self.expected = expected


class Source:
    """A file being read; refuses in its own name."""

    def __init__(self, name: str) -> None:
        self.name = name

    def refuse(self, line: int | None, field: str, expected: str) -> RuleFileError:
        return RuleFileError(self.name, line, field, expected)

    def fields(
        self, value: Value, name: str, known: tuple[str, ...], needed: tuple[str, ...]
    ) -> Fields:
        """Fields with no unknown name and none of the needed ones missing."""
        if not isinstance(value, Fields):
            raise self.refuse(value.line, name, "fields and values")
        for key in value:
            if known and key not in known:
                expected = "one of " + ", ".join(known)
                raise self.refuse(value.lines[key], str(key), expected)
        for key in needed:
            if key not in value:
                raise self.refuse(value.line, key, f"{key} in {name or 'the file'}")
        return value

    def text(self, value: Value, name: str) -> str:
        if not isinstance(value, Text) or not value.strip():
            raise self.refuse(value.line, name, "text")
        return str(value).strip()

    def texts(self, value: Value, name: str) -> tuple[str, ...]:
        if not isinstance(value, Items):
            raise self.refuse(value.line, name, "a list of texts")
        return tuple(self.text(item, name) for item in value)

    def phrases(self, value: Value | None, name: str) -> tuple[str, ...]:
        """A list of phrases, or one text of them with commas between."""
        if value is None:
            return ()
        if isinstance(value, Items):
            return self.texts(value, name)
        parts = self.text(value, name).replace("\n", " ").split(",")
        return tuple([part for part in map(str.strip, parts) if part])

    def choice(self, value: Value, name: str, choices: tuple[str, ...]) -> str:
        if value not in choices:
            raise self.refuse(value.line, name, "one of " + ", ".join(choices))
        return str(value)

    def whole(self, value: Value, name: str, most: int) -> int:
        written = str(value)
        if not _WHOLE.fullmatch(written) or int(written) > most:
            raise self.refuse(value.line, name, f"a whole number from 1 to {most}")
        return int(written)

    def bilingual(self, value: Value, name: str) -> dict[str, str]:
        """One text in each language."""
        fields = self.fields(value, name, LANGUAGES, LANGUAGES)
        return {language: self.text(fields[language], name) for language in LANGUAGES}

    def bilingual_lists(self, value: Value, name: str) -> dict[str, tuple[str, ...]]:
        """A list of texts in each language, of the same length."""
        fields = self.fields(value, name, LANGUAGES, LANGUAGES)
        lists = {lang: self.texts(fields[lang], name) for lang in LANGUAGES}
        if len(lists["es"]) != len(lists["en"]):
            raise self.refuse(fields.line, name, "as many in Spanish as in English")
        return lists


def read_document(path: Path) -> Value:
    """The careful YAML of a file. Raises RuleFileError."""
    try:
        return read_yaml(path.read_text(encoding="utf-8"))
    except YamlError as error:
        expected = f"readable YAML ({error.code})"
        raise RuleFileError(path.name, error.line, error.field, expected) from error
    except UnicodeDecodeError as error:
        raise RuleFileError(path.name, None, "", "UTF-8 text") from error
