"""The client's words cut where the rules' marks begin and end. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from requests_log.triage.findings import VERDICTS

LONG = 500  # characters; what has more is shortened
SHORT = 300  # to about so many
NEAR = 60  # of them on either side of a mark


@dataclass(frozen=True)
class Mark:
    """Words [start, end) of the text that made RULE speak."""

    start: int
    end: int
    rule: str
    title: str
    verdict: str


@dataclass(frozen=True)
class Segment:
    """A piece of the text; `verdict` is empty where no rule spoke."""

    text: str
    verdict: str = ""
    rules: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


def segments(text: str, marks: Iterable[Mark]) -> list[Segment]:
    """Cut TEXT into segments that, joined, are TEXT again."""
    held = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    edges = {0, len(text)} | {edge for mark in held for edge in (mark.start, mark.end)}
    cuts = sorted(edges)
    return [_segment(text, start, end, held) for start, end in pairwise(cuts)]


def excerpt(pieces: Sequence[Segment]) -> list[Segment]:
    """Return what to show of a long text at first: its marks and what stands near.

    The first mark of each rule is always there. Nothing is returned for a text that
    is short enough, or so full of marks, that it is read whole.
    """
    text = "".join(piece.text for piece in pieces)
    shown = _windows(pieces, text) if len(text) > LONG else []
    if sum(end - start for start, end in shown) > len(text) - NEAR:
        return []
    parts: list[Segment] = []
    for number, (start, end) in enumerate(shown):
        if start:
            parts.append(Segment(" … " if number else "… "))
        parts += _between(pieces, start, end)
    return [*parts, Segment(" …")] if shown and shown[-1][1] < len(text) else parts


def _windows(pieces: Sequence[Segment], text: str) -> list[tuple[int, int]]:
    """Return the stretches of TEXT [start, end) to show, in order and apart."""
    shown: list[tuple[int, int]] = []
    told: set[str] = set()
    for piece, start in _placed(pieces):
        is_full = sum(end - begin for begin, end in shown) >= SHORT
        if not piece.rules or (is_full and told.issuperset(piece.rules)):
            continue
        told.update(piece.rules)
        begin, end = _near(text, start, start + len(piece.text))
        if shown and begin <= shown[-1][1] + 1:
            begin = shown.pop()[0]
        shown.append((begin, end))
    return shown or [(0, _near(text, 0, SHORT - NEAR)[1])]


def _placed(pieces: Sequence[Segment]) -> Iterator[tuple[Segment, int]]:
    at = 0
    for piece in pieces:
        yield piece, at
        at += len(piece.text)


def _near(text: str, start: int, end: int) -> tuple[int, int]:
    """Return [start, end) widened by whole words, where there are any."""
    begin, stop = max(start - NEAR, 0), min(end + NEAR, len(text))
    if begin:
        begin = text.find(" ", begin, start) + 1 or begin
    if stop < len(text):
        space = text.rfind(" ", end, stop)
        stop = stop if space < 0 else space
    return begin, stop


def _between(pieces: Sequence[Segment], start: int, end: int) -> list[Segment]:
    cut = (
        replace(piece, text=piece.text[max(start - at, 0) : max(end - at, 0)])
        for piece, at in _placed(pieces)
    )
    return [piece for piece in cut if piece.text]


def _segment(text: str, start: int, end: int, marks: list[Mark]) -> Segment:
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    if not over:
        return Segment(text[start:end])
    over.sort(key=lambda mark: VERDICTS.index(mark.verdict))
    return Segment(
        text=text[start:end],
        verdict=over[0].verdict,
        rules=tuple(dict.fromkeys(mark.rule for mark in over)),
        titles=tuple(dict.fromkeys(mark.title for mark in over)),
    )
