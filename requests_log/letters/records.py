"""Frozen dataclasses to plain values and back, exactly.

Written: text, whole numbers, booleans, null, lists and objects only. Moments become
UTC text with microseconds, dates ISO text, bytes base64, tuples lists.
"""

import base64
import binascii
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from .errors import LetterError

type_hints = cache(get_type_hints)


def write(value: object) -> Any:
    """Return VALUE as plain JSON values. Raises LetterError."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: write(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [write(item) for item in value]
    if isinstance(value, date):
        return _utc_text(value) if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, str):
        return _utf8(value)
    if value is None or isinstance(value, int):
        return value
    raise LetterError(f"{type(value).__name__} has no place in a record")


def read(kind: Any, value: Any) -> Any:
    """Return the KIND (a dataclass, or a type it holds) written as VALUE.

    Raises LetterError for anything missing, unknown, or of another kind. What has a
    default may be missing: records outlive the form they were written in.
    """
    if get_origin(kind) is UnionType:
        return _read_optional(kind, value)
    if get_origin(kind) is tuple:
        _expect(list, value)
        return tuple(read(get_args(kind)[0], item) for item in value)
    if is_dataclass(kind):
        return _read_dataclass(kind, value)
    if kind in (int, bool):
        return _expect(kind, value)
    return _read_text(kind, _expect(str, value))


def _read_optional(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    (wanted,) = (each for each in get_args(kind) if each is not NoneType)
    return read(wanted, value)


def _read_dataclass(kind: Any, value: Any) -> Any:
    _expect(dict, value)
    hints = type_hints(kind)
    # A record outlives the code that wrote it: what it could not say yet, it leaves
    # to the default.
    needed = {each.name for each in fields(kind) if each.default is MISSING}
    if not needed <= set(value) <= set(hints):
        raise LetterError(f"{kind.__name__}: {sorted(set(value) ^ set(hints))}")
    return kind(**{name: read(hints[name], told) for name, told in value.items()})


def _read_text(kind: Any, value: str) -> Any:
    try:
        if kind is datetime:
            return _aware(datetime.fromisoformat(value))
        if kind is date:
            return date.fromisoformat(value)
        if kind is bytes:
            return base64.b64decode(value, validate=True)
        return kind(value)
    except (ValueError, binascii.Error) as error:
        raise LetterError(f"not a {kind.__name__}: {value[:40]!r}") from error


def _expect(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise LetterError(f"expected {kind.__name__}, got {type(value).__name__}")
    return value


def _utf8(text: str) -> str:
    """Return plain text (of a code, its letters), refused where it has half a sign."""
    try:
        return text.encode("utf-8").decode("utf-8")
    except UnicodeEncodeError as error:
        raise LetterError("text with a lone surrogate") from error


def _utc_text(at: datetime) -> str:
    return _aware(at).astimezone(UTC).isoformat(timespec="microseconds")


def _aware(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise LetterError("a moment without a zone")
    return at
