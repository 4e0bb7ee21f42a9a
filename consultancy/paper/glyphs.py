"""Makes any text printable: every character is drawn by a font we ship, or named.

A character no font has would come out as an empty box, which PDF/A forbids for good
reason. It is printed as `[U+1F680]` instead; the attached record keeps the original.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

from .runs import JOINERS, is_mark, let_long_runs_break

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
# Hashes are set in it and nothing else: what it has is no help to people's words.
NOT_FOR_WORDS = "letter-mono"

LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
KEYCAP = re.compile("([0-9#*])\ufe0f?\u20e3")
# They reorder what stands around them, so that a reader sees another sentence.
REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LEFT_TO_RIGHT = "\u200e"
# The other characters of category Cf print nothing, but these do or shape others.
SHOWN = JOINERS | frozenset("\n\u0600\u0601\u0602\u0603\u0604\u0605\u06dd")
# Control, surrogate, private use and unassigned characters.
UNPRINTABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
MOST_MARKS = 4
# A whole text in a script we cannot draw would fill fifty pages with numbers.
MOST_NAMED = 300


def printable(text: str) -> str:
    """Return TEXT with nothing in it that paper cannot show; lines end in \\n."""
    text = LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    if not (text.isascii() and text.replace("\n", "").isprintable()):
        text = _without_piles(KEYCAP.sub(r"[\1]", text))
        text = _kept_in_order("".join(_drawn_or_named(text)))
    return let_long_runs_break(text)


@cache
def drawable() -> frozenset[int]:
    """Return every code point that the shipped fonts draw."""
    found: set[int] = set()
    for path in sorted(FONTS.glob("letter-*/*.ttf")):
        if path.parent.name != NOT_FOR_WORDS:
            with TTFont(path, lazy=True) as font:
                found.update(font.getBestCmap())
    return frozenset(found)


def _drawn_or_named(text: str) -> Iterator[str]:
    named = 0
    for is_drawn, group in groupby(text, key=_is_drawn):
        run = "".join(group)
        if is_drawn:
            yield "".join(map(_plain, run))
        else:
            yield _named_each(run, most=max(MOST_NAMED - named, 0))
            named += len(run)


@lru_cache(maxsize=4096)
def _is_drawn(char: str) -> bool:
    """Say whether CHAR may stand as it is, or as a space, or as nothing at all."""
    category = unicodedata.category(char)
    if char in JOINERS or char in "\n\t" or category == "Zs":
        return True
    if category in UNPRINTABLE or char in REORDERING:
        return False
    return ord(char) in drawable() or category == "Cf"


def _plain(char: str) -> str:
    if unicodedata.category(char) == "Cf" and char not in SHOWN:
        return ""
    return char if char in SHOWN or ord(char) in drawable() else " "


def _named_each(run: str, *, most: int) -> str:
    alike = groupby(run[:most])
    rest = f"[…×{len(run) - most}]" if len(run) > most else ""
    return "".join(_named(char, sum(1 for _ in same)) for char, same in alike) + rest


def _named(char: str, count: int) -> str:
    return f"[U+{ord(char):04X}]" if count == 1 else f"[U+{ord(char):04X}×{count}]"


def _without_piles(text: str) -> str:
    """Name what is piled on one letter beyond the most that any language piles."""
    parts: list[str] = []
    for marks, group in groupby(text, key=is_mark):
        run = "".join(group)
        parts.append(run[:MOST_MARKS] if marks else run)
        if marks and len(run) > MOST_MARKS:
            parts.append(_named(run[MOST_MARKS], len(run) - MOST_MARKS))
    return "".join(parts)


def _kept_in_order(text: str) -> str:
    """Close a text read from the right, so that it does not pull in what follows."""
    is_rtl = any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)
    return text + LEFT_TO_RIGHT if is_rtl else text
