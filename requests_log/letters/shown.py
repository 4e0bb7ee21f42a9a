"""The letter as paper can show it: printable characters, paragraphs, lines."""

import unicodedata
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Any, TypeVar

from consultancy.paper.glyphs import printable

Whole = TypeVar("Whole")

STRONG = frozenset({"L", "R", "AL"})
# Each line costs layout time; what comes after so many runs on, its ends marked.
MOST_LINES = 400
END_OF_LINE = " \N{DOWNWARDS ARROW WITH CORNER LEFTWARDS} "


@dataclass(frozen=True)
class Paragraph:
    """Lines that stand together."""

    lines: tuple[str, ...]

    @property
    def is_rtl(self) -> bool:
        """Say whether its first letter belongs to a script read from the right."""
        kinds = (unicodedata.bidirectional(char) for char in "".join(self.lines))
        return next((kind for kind in kinds if kind in STRONG), "L") != "L"


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


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return a printable text as paragraphs, the blank lines between them left out."""
    lines = [line.strip() for line in text.strip().split("\n")]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], END_OF_LINE.join(lines[MOST_LINES - 1 :])]
    blocks = groupby(lines, key=bool)
    found = tuple(Paragraph(tuple(block)) for has_words, block in blocks if has_words)
    return found or (Paragraph(("",)),)
