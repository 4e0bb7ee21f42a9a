"""The letter as paper can show it: printable characters, paragraphs, lines."""

import re
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from consultancy.paper.glyphs import printable

Whole = TypeVar("Whole")
Paragraphs = tuple[tuple[str, ...], ...]

BLANK_LINES = re.compile(r"\n\s*\n")
# Each line costs layout time; what comes after so many runs on, its ends marked.
MOST_LINES = 400
END_OF_LINE = " \N{DOWNWARDS ARROW WITH CORNER LEFTWARDS} "


def printable_copy(whole: Whole) -> Whole:
    """Return a frozen dataclass with every text in it made printable."""
    copy: Whole = _printable(whole)
    return copy


def _printable(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        return tuple(_printable(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            each.name: _printable(getattr(value, each.name)) for each in fields(value)
        }
        return replace(value, **changes)
    return value


def paragraphs(text: str) -> Paragraphs:
    """Return a printable text as paragraphs of lines, none of them blank."""
    parts: list[tuple[str, ...]] = []
    left = MOST_LINES
    for block in BLANK_LINES.split(text.strip()):
        lines = [line.strip() for line in block.split("\n")]
        if len(lines) > left:
            lines = [*lines[: left - 1], END_OF_LINE.join(lines[left - 1 :])]
        left = max(left - len(lines), 1)
        parts.append(tuple(lines))
    return tuple(parts)
