"""Typed readers for the fields of a rule of one's own."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from consultancy.strategy_values import StrategyFileError, line_of
from requests_log.triage import own_rule as limits
from requests_log.triage.text import Text

Reader = Callable[[Any, int | None, str], str]


def read_name(value: Any, line: int | None, name: str) -> str:
    """A line in which everything can be seen, single-spaced."""
    text = " ".join(_text(value, line, name, limits.LONGEST_NAME).split())
    if any(unicodedata.category(sign) in ("Cc", "Cf") for sign in text):
        raise StrategyFileError(line, name, "unreadable_character")
    return text


def read_long_text(value: Any, line: int | None, name: str) -> str:
    """Some paragraphs."""
    return _text(value, line, name, limits.LONGEST_TEXT)


def read_lines(value: Any, line: int | None, name: str) -> tuple[str, ...]:
    """One or more lines, each said on its own."""
    if not isinstance(value, (list, tuple)) or not value:
        raise StrategyFileError(line, name, "not_a_list", "[one, two, ...]")
    if len(value) > limits.MOST_LINES:
        expected = f"at most {limits.MOST_LINES}"
        raise StrategyFileError(line, name, "too_many", expected)
    return tuple(_line(item, getattr(item, "line", line), name) for item in value)


def read_list(
    fields: Mapping[str, Any],
    name: str,
    line: int | None,
    *,
    most: int,
    read: Reader,
) -> tuple[str, ...]:
    """The texts of a field that may be left out, each once."""
    value, line = fields.get(name, ()), line_of_or(fields, name, line)
    if not isinstance(value, (list, tuple)):
        raise StrategyFileError(line, name, "not_a_list", "[one, two, ...]")
    if len(value) > most:
        raise StrategyFileError(line, name, "too_many", f"at most {most}")
    read_ones = (read(item, getattr(item, "line", line), name) for item in value)
    return tuple(dict.fromkeys(read_ones))


def read_phrases(
    fields: Mapping[str, Any], name: str, line: int | None
) -> tuple[str, ...]:
    """Words and phrases to listen for."""
    return read_list(fields, name, line, most=limits.MOST_PHRASES, read=read_phrase)


def read_phrase(value: Any, line: int | None, name: str) -> str:
    """A word or a few of them."""
    phrase = read_name(value, line, name)
    count = len(Text(phrase).words)
    if not 1 <= count <= limits.MOST_WORDS_OF_A_PHRASE:
        expected = f"1 to {limits.MOST_WORDS_OF_A_PHRASE} words"
        raise StrategyFileError(line, name, "not_a_phrase", expected)
    if len(phrase) > limits.LONGEST_PHRASE:
        raise _too_long(line, name, limits.LONGEST_PHRASE)
    return phrase


def read_one_of(
    fields: Mapping[str, Any],
    name: str,
    choices: tuple[str, ...],
    line: int | None,
    *,
    other: str | None = None,
) -> str:
    """One of CHOICES; left out it is OTHER, or the first of them."""
    value = fields.get(name)
    if value is None:
        return choices[0] if other is None else other
    if not isinstance(value, str) or value not in choices:
        expected = " or ".join(choices)
        at = line_of_or(fields, name, line)
        raise StrategyFileError(at, name, "unknown_choice", expected)
    return str(value)


def line_of_or(fields: Mapping[str, Any], name: str, line: int | None) -> int | None:
    """The line of a field, or where it has none, LINE."""
    return (line_of(fields, name) if name in fields else None) or line


def _line(value: Any, line: int | None, name: str) -> str:
    text = _text(value, line, name, limits.LONGEST_LINE)
    if len(text.splitlines()) > 1:
        raise StrategyFileError(line, name, "not_one_line")
    return text


def _text(value: Any, line: int | None, name: str, longest: int) -> str:
    """Text in one form, as a form field would keep it."""
    if not isinstance(value, str):
        raise StrategyFileError(line, name, "not_text")
    if "\x00" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
        raise StrategyFileError(line, name, "unreadable_character")
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", plain).strip()
    if not any(unicodedata.category(sign)[0] not in "ZC" for sign in text):
        raise StrategyFileError(line, name, "missing")
    if len(text) > longest:
        raise _too_long(line, name, longest)
    return text


def _too_long(line: int | None, name: str, longest: int) -> StrategyFileError:
    return StrategyFileError(line, name, "too_long", f"at most {longest} signs")
