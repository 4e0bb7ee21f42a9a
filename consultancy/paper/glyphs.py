"""Makes any text printable: every character is drawn by a font we ship, or named.

A character no font has would come out as an empty box, which PDF/A forbids for good
reason. It is printed as `[U+1F680]` instead; the attached record keeps the original.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
# Hashes are set in it and nothing else: what it has is no help to people's words.
NOT_FOR_WORDS = "letter-mono"

LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
KEYCAP = re.compile("([0-9#*])\ufe0f?\u20e3")
# They reorder what stands around them, so that a reader sees another sentence.
REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# They shape their neighbours (families, skin tones, Persian) and print nothing.
JOINERS = frozenset("\u200b\u200c\u200d\ufe0e\ufe0f")
# Control, surrogate, private use and unassigned characters.
UNPRINTABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
MOST_MARKS = 4
LONGEST_RUN = 120
PIECE = 60
RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
BREAK = "\u200b"


def printable(text: str) -> str:
    """Return TEXT with nothing in it that paper cannot show; lines end in \\n."""
    text = LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    if not (text.isascii() and text.replace("\n", "").isprintable()):
        text = _limit_marks(KEYCAP.sub(r"[\1]", text))
        text = "".join(_shown(*run) for run in groupby(text))
    return RUN.sub(lambda run: _in_pieces(run.group()), text)


def is_changed(text: str) -> bool:
    """Say whether a character of TEXT is printed by its number."""
    return printable(text).count("[U+") > text.count("[U+")


@cache
def drawable() -> frozenset[int]:
    """Return every code point that the shipped fonts draw."""
    found: set[int] = set()
    for path in sorted(FONTS.glob("*/*.ttf")):
        if path.parent.name != NOT_FOR_WORDS:
            with TTFont(path, lazy=True) as font:
                found.update(font.getBestCmap())
    return frozenset(found)


def _shown(char: str, run: Iterator[str]) -> str:
    count = sum(1 for _ in run)
    if char in JOINERS or char == "\n":
        return char * count
    category = unicodedata.category(char)
    is_drawn = ord(char) in drawable()
    if category == "Zs" or char == "\t":
        return (char if is_drawn else " ") * count
    if category in UNPRINTABLE or char in REORDERING:
        return _named(char, count)
    if is_drawn:
        return char * count
    return "" if category == "Cf" else _named(char, count)


def _named(char: str, count: int) -> str:
    return f"[U+{ord(char):04X}]" if count == 1 else f"[U+{ord(char):04X}×{count}]"


def _limit_marks(text: str) -> str:
    """Name what is piled on one letter beyond the most that any language piles."""
    parts: list[str] = []
    for is_mark, group in groupby(text, key=_is_mark):
        run = "".join(group)
        parts.append(run[:MOST_MARKS] if is_mark else run)
        if is_mark and len(run) > MOST_MARKS:
            parts.append(_named(run[MOST_MARKS], len(run) - MOST_MARKS))
    return "".join(parts)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")


def _in_pieces(run: str) -> str:
    """Let a very long run break: laying it out whole takes quadratic time."""
    pieces: list[str] = []
    start = 0
    while start < len(run):
        end = start + PIECE
        while end < len(run) and _clings(run[end - 1], run[end]):
            end += 1
        pieces.append(run[start:end])
        start = end
    return BREAK.join(pieces)


def _clings(before: str, char: str) -> bool:
    return before in JOINERS or char in JOINERS or _is_mark(char)
