"""The client's words cut where the rules' marks begin and end. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

WORST_FIRST = ("bad_practice", "off_strategy", "fine")


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


def _segment(text: str, start: int, end: int, marks: list[Mark]) -> Segment:
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    if not over:
        return Segment(text[start:end])
    over.sort(key=lambda mark: WORST_FIRST.index(mark.verdict))
    return Segment(
        text=text[start:end],
        verdict=over[0].verdict,
        rules=tuple(dict.fromkeys(mark.rule for mark in over)),
        titles=tuple(dict.fromkeys(mark.title for mark in over)),
    )
