"""Very long runs without a space, given places to break.

Laying out such a run whole takes time by its square: 20,000 characters, 17 seconds.
"""

import re
import unicodedata
from functools import lru_cache

# They shape their neighbours (families, skin tones, Persian) and print nothing.
JOINERS = frozenset("\u200b\u200c\u200d\ufe0e\ufe0f")
JOINER = "\u200d"
FIRST_SKIN, LAST_SKIN = "\U0001f3fb", "\U0001f3ff"
LONGEST = 120
PIECE = 60
BREAK = "\u200b"
# What has breaks already needs no others.
LONG_RUN = re.compile(rf"[^\s{BREAK}]{{{LONGEST + 1},}}")


def let_long_runs_break(text: str) -> str:
    """Return TEXT with invisible breaks in runs longer than any address or word."""
    return LONG_RUN.sub(lambda run: BREAK.join(_pieces(run.group())), text)


@lru_cache(maxsize=4096)
def is_mark(char: str) -> bool:
    """Say whether CHAR is drawn over the one before it."""
    return unicodedata.category(char) in ("Mn", "Me")


def _pieces(run: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    while start < len(run):
        end = start + PIECE
        while end < len(run) and _clings(run[end - 1], run[end]):
            end += 1
        pieces.append(run[start:end])
        start = end
    return pieces


def _clings(before: str, char: str) -> bool:
    is_joined = before == JOINER or char in JOINERS or is_mark(char)
    return is_joined or FIRST_SKIN <= char <= LAST_SKIN
