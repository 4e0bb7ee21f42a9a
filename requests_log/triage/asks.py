"""Where one ask of a message ends and the next begins: pieces, marks, parts.

A piece is a sentence, a list item or a line. A mark says of each whether a request
begins with it, goes on with it, or whether it belongs to none. A part is what comes of
that: signs [start, end) of the message, never two over the same sign.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from .findings import VERDICTS, Span
from .text import ABBREVIATED

MOST_PARTS = 12
MOST_PIECES = 120
_WRAPPED = 60  # signs: a line this long may go on in the next
_MENTION = 3  # words: what says less goes with what stands before
_GREETING = 7
_ITEM = re.compile(r"[ \t]*(?:[-*•–—·▪]|\d{1,2}[.)º]|[a-z]\))[ \t]+")
# From the first of a run on: tried at each of many, it would cost their square.
_STOP = re.compile(r"""(?<![.!?…;])[.!?…;]+["'»”)\]]*[ \t]+(?=\S)""")
_ABBREVIATED = re.compile(
    rf"(?:^|\W)(?:{ABBREVIATED}|etc|pág|núm|nº|tel|uds?|aprox)\.$",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"(?P<comma>,)?[ \t]+(?P<turn>(?:"
    r"(?:y|e|pero|además|también|luego|and|but|also|plus|then)[ \t]+)*)",
    re.IGNORECASE,
)
_GREETS = frozenset(
    "hola buenas buenos hey hi hello dear estimada estimado querida querido gracias"
    " thanks thank saludos saludo abrazo besos un best regards cheers".split()
)


class Mark(StrEnum):
    """What a piece is to the requests of a message."""

    BEGINS = "begins"
    GOES_ON = "goes_on"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Seen:
    """Words [start, end) that made a rule speak."""

    start: int
    end: int
    rule: str
    verdict: str


def pieces_of(text: str, *, seen: Sequence[Seen], fine: bool = False) -> list[Span]:
    """Return the pieces of TEXT in order; none cuts through what was SEEN.

    FINE ones end at commas and before "and" too. MOST_PIECES at most.
    """
    lines = _line_starts(text)
    cuts = lines + [cut for a, b in pairwise(lines) for cut in _stops(text, a, b)]
    if fine:
        turns = _TURN.finditer(text)
        cuts += [t.start("turn") for t in turns if t["comma"] or t["turn"]]
    whole = _spared(set(cuts), seen)
    if len(whole) > MOST_PIECES:
        whole = _spared(set(lines), seen)
    step = -(-len(whole) // MOST_PIECES)
    return _pieces(text, sorted({0, len(text), *whole[::step]}))


def proposed_marks(
    text: str, pieces: Sequence[Span], *, seen: Sequence[Seen]
) -> list[Mark]:
    """Return a mark for each piece: what the same rule objects to stays together, and
    what none objects to."""
    marks: list[Mark] = []
    rules: set[str] = set()  # that object to the part so far
    for piece in pieces:
        own = {each.rule for each in _within(piece, seen)}
        mark = _proposed(text, piece, own, rules, marks)
        if mark is Mark.BEGINS:
            rules = set()
        rules |= own
        marks.append(mark)
    # After a goodbye stands a name, not an ask.
    if (
        marks[-2:] == [Mark.LEFT_OUT, Mark.BEGINS]
        and marks.count(Mark.BEGINS) > 1
        and not rules
        and len(_words(text, pieces[-1])) <= _MENTION
    ):
        marks[-1] = Mark.LEFT_OUT
    return marks


def parts_of(pieces: Sequence[Span], marks: Sequence[Mark]) -> list[Span]:
    """Return the parts: a run ends where another begins or a piece is left out."""
    parts: list[Span] = []
    goes_on = False
    for piece, mark in zip(pieces, marks, strict=True):
        if mark is Mark.GOES_ON and goes_on:
            parts[-1] = Span(parts[-1].start, piece.end)
        elif mark is not Mark.LEFT_OUT:
            parts.append(piece)
        goes_on = mark is not Mark.LEFT_OUT
    return parts


def is_worth_splitting(
    text: str, pieces: Sequence[Span], *, seen: Sequence[Seen]
) -> bool:
    """Say whether pieces of different verdicts stand in TEXT."""
    within = [(piece, _within(piece, seen)) for piece in pieces]
    asks = [found for piece, found in within if found or not _greets(text, piece)]
    return len({_verdict(found) for found in asks}) > 1


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for newline in re.finditer(r"\n+[ \t]*", text):
        before = text[starts[-1] : newline.start()].rpartition("\n")[2]
        after = text[newline.end() : newline.end() + 1]
        goes_on = (
            newline.group().count("\n") == 1
            and len(before) >= _WRAPPED
            and before[-1] not in ".!?…:;"
            and after.islower()
        )
        if not goes_on:
            starts.append(newline.end())
    return [*starts, len(text)]


def _stops(text: str, start: int, end: int) -> Iterable[int]:
    item = _ITEM.match(text, start, end)
    for stop in _STOP.finditer(text, item.end() if item else start, end):
        if not _ABBREVIATED.search(
            text[max(start, stop.start() - 8) : stop.start() + 1]
        ):
            yield stop.end()


def _spared(cuts: set[int], seen: Sequence[Seen]) -> list[int]:
    return sorted(
        cuts - {at for each in seen for at in range(each.start + 1, each.end)}
    )


def _pieces(text: str, cuts: Sequence[int]) -> list[Span]:
    pieces: list[Span] = []
    for start, end in pairwise(cuts):
        words = text[start:end]
        piece = Span(
            start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        )
        if any(sign.isalnum() for sign in words):
            pieces.append(piece)
        elif pieces and words.strip():  # a smiley belongs to what it follows
            pieces[-1] = Span(pieces[-1].start, piece.end)
    return pieces


def _proposed(
    text: str, piece: Span, own: set[str], rules: set[str], before: Sequence[Mark]
) -> Mark:
    if before.count(Mark.BEGINS) == MOST_PARTS:
        return Mark.GOES_ON
    opens = Mark.BEGINS not in before and text[piece.end - 1] == ":"
    if not own and (opens or _greets(text, piece)):
        return Mark.LEFT_OUT
    if not before or before[-1] is Mark.LEFT_OUT or _ITEM.match(text, piece.start):
        return Mark.BEGINS
    together = bool(own & rules) or not own | rules
    brief = not own and len(_words(text, piece)) <= _MENTION
    return Mark.GOES_ON if together or brief else Mark.BEGINS


def _within(piece: Span, seen: Sequence[Seen]) -> list[Seen]:
    return [each for each in seen if each.start < piece.end and piece.start < each.end]


def _verdict(seen: Sequence[Seen]) -> str:
    return min((each.verdict for each in seen), key=VERDICTS.index, default="fine")


def _words(text: str, piece: Span) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", text[piece.start : piece.end].casefold())


def _greets(text: str, piece: Span) -> bool:
    words = _words(text, piece)
    return len(words) <= _GREETING and words[0] in _GREETS
