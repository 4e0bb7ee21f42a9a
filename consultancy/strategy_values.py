"""Typed readers for the fields of a strategy."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from consultancy.careful_yaml import Fields, Text

MAX_TEXT = 500
# A length at most: the cost of reading and writing figures grows with more than it.
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
_AMOUNT = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,6})?")
_MOST = 10**9


class StrategyFileError(Exception):
    """A strategy refused; `problem` is a code the screens translate."""

    def __init__(
        self, line: int | None, field: str, problem: str, expected: str = ""
    ) -> None:
        where = f"line {line}: " if line else ""
        wanted = f" (expected {expected})" if expected else ""
        super().__init__(f"{where}{field}: {problem}{wanted}")
        self.line = line
        self.field = field
        self.problem = problem
        self.expected = expected


def line_of(fields: Mapping[str, Any], name: str) -> int | None:
    """The line of a field when the fields came from a file."""
    return fields.lines[name] if isinstance(fields, Fields) else None


def read_mapping(
    value: Any, line: int | None, name: str, known: tuple[str, ...]
) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise StrategyFileError(line, name, "not_fields", "fields and values")
    for key in value:
        if known and key not in known:
            expected = ", ".join(known)
            raise StrategyFileError(
                line_of(value, key), str(key), "unknown_field", expected
            )
    return value


def require(
    fields: Mapping[str, Any], line: int | None, needed: tuple[str, ...]
) -> None:
    for name in needed:
        if name not in fields:
            raise StrategyFileError(line, name, "missing")


def read_text(value: Any, line: int | None, name: str) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > MAX_TEXT:
        raise StrategyFileError(line, name, "not_text", f"text up to {MAX_TEXT} signs")
    if "\x00" in value or any("\ud800" <= char <= "\udfff" for char in value):
        raise StrategyFileError(line, name, "unreadable_character")
    return str(value)


def read_texts(value: Any, line: int | None, name: str) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise StrategyFileError(line, name, "not_a_list", "[one, two, ...]")
    return tuple(read_text(item, getattr(item, "line", line), name) for item in value)


def read_whole(value: Any, line: int | None, name: str, most: int = 10_000) -> int:
    digits = str(value)
    quoted = isinstance(value, Text) and not value.plain
    written = _WHOLE.fullmatch(digits) is not None
    if isinstance(value, bool) or quoted or not written or int(digits) > most:
        raise StrategyFileError(line, name, "not_a_number", f"0 to {most}")
    return int(digits)


def read_amount(value: Any, line: int | None, name: str) -> Decimal:
    written = format(value, "f") if isinstance(value, Decimal) else str(value)
    if not _AMOUNT.fullmatch(written):
        raise StrategyFileError(line, name, "not_an_amount", "1500 or 99.5")
    amount = Decimal(written)
    if amount > _MOST:
        raise StrategyFileError(line, name, "not_an_amount", f"0 to {_MOST}")
    return amount


def read_choice(
    value: Any, line: int | None, name: str, choices: tuple[str, ...]
) -> str | None:
    """One of `choices`; an unquoted null, as nothing at all, is None."""
    if is_null(value):
        return None
    if value not in choices:
        expected = " or ".join(choices)
        raise StrategyFileError(line, name, "unknown_choice", expected)
    return str(value)


def is_null(value: Any) -> bool:
    unquoted = isinstance(value, Text) and value.plain
    return value is None or (unquoted and value in ("", "~", "null"))


def read_currency(value: Any, line: int | None) -> str:
    currency = read_text(value, line, "currency")
    if len(currency) != 3 or not (currency.isascii() and currency.isupper()):
        raise StrategyFileError(line, "currency", "not_a_currency", "EUR, GBP, MXN ...")
    return currency


def read_ages(value: Any, line: int | None) -> tuple[int, int]:
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        raise StrategyFileError(line, "ages", "not_two_ages", "[from, to]")
    youngest, oldest = (read_whole(age, line, "ages", 120) for age in value)
    if youngest > oldest:
        raise StrategyFileError(line, "ages", "ages_reversed", "[from, to]")
    return youngest, oldest
