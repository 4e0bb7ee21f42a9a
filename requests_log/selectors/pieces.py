"""A request's words in pieces, for the consultant to say which make a request."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from consultancy.selectors.clients import strategy_in_force
from consultancy.selectors.reader import reading_language
from requests_log.models import ClientRequest, Finding, Split
from requests_log.triage.asks import (
    MOST_PARTS,
    Mark,
    Seen,
    is_worth_splitting,
    parts_of,
    pieces_of,
    proposed_marks,
)
from requests_log.triage.findings import Span, Triage
from requests_log.triage.rulebook import Rulebook
from requests_log.workflow import Stage

from .judge import judge_by
from .marked_text import Mark as Marked
from .marked_text import Segment, segments
from .own_rules import rulebook_for
from .rulebook import rulebook, title_of
from .silence import silenced_for

Run = list[tuple[Span, Mark]]  # pieces that stand together


@dataclass(frozen=True)
class Cut:
    """A request's text in pieces, and what is proposed for each."""

    text: str
    pieces: list[Span]
    proposed: list[Mark]
    marked: list[Marked]


@dataclass(frozen=True)
class Choice:
    """A mark, and what it is called."""

    mark: Mark
    words: str | Promise


CHOICES = (
    Choice(Mark.BEGINS, pgettext_lazy("a sentence", "New request")),
    Choice(Mark.GOES_ON, pgettext_lazy("a sentence", "Same request")),
    Choice(Mark.LEFT_OUT, pgettext_lazy("a sentence", "Leave out")),
)


@dataclass(frozen=True)
class Piece:
    """One piece as it is read, and what it may be marked as."""

    start: int
    segments: list[Segment]
    mark: Mark
    choices: list[Choice]


@dataclass(frozen=True)
class Group:
    """Pieces that make one request, and what the rules say of it; `number` 0 and no
    verdict where they make none."""

    pieces: list[Piece]
    number: int = 0
    verdict: str = ""
    language: str | None = None
    titles: tuple[str, ...] = ()


def is_split_offered(request: ClientRequest, held: Sequence[Finding]) -> bool:
    """Say whether a request that may be split seems to hold more than one."""
    if request.stage != Stage.LOGGED:
        return False
    seen = _seen(held)
    pieces = pieces_of(request.text, seen=seen)
    return is_worth_splitting(request.text, pieces, seen=seen)


def cut_of(request: ClientRequest, *, fine: bool) -> Cut:
    """Return the pieces of a request's text, FINE ones if wanted."""
    held = list(request.triage.findings.filter(set_aside=False).order_by("position"))
    seen, text, language = _seen(held), request.text, reading_language()
    pieces = pieces_of(text, seen=seen, fine=fine)
    marked = [
        Marked(start, end, row.rule, row.title[language], row.verdict)
        for row in held
        for start, end in row.spans
    ]
    return Cut(text, pieces, proposed_marks(text, pieces, seen=seen), marked)


def groups_of(
    request: ClientRequest, cut: Cut, marks: Sequence[Mark], *, today: date
) -> list[Group]:
    """Return the pieces as MARKS join them, each request with its own verdict.

    With more parts than can be made none is judged.
    """
    spans = parts_of(cut.pieces, marks)
    judged = len(spans) <= MOST_PARTS
    version = strategy_in_force(request.client) if judged else None
    silenced = silenced_for(request.client) if judged else frozenset()
    rules = rulebook_for(request.client) if judged else rulebook()
    groups: list[Group] = []
    for start, run in _runs(cut, marks, spans):
        number = 1 + next((n for n, s in enumerate(spans) if s.start == start), -1)
        if not number or not judged:
            groups.append(Group(_pieces(cut, run, cut.marked), number))
            continue
        span = spans[number - 1]
        answer = judge_by(
            version,
            cut.text[span.start : span.end],
            wanted_on=request.wanted_on,
            today=today,
            silenced=silenced,
            rules=rules,
        ).triage
        # What was marked in the whole message may be said of the part no more.
        pieces = _pieces(cut, run, _marked(answer, rules, at=span.start))
        groups.append(_group(pieces, number, answer, rules))
    return groups


def was_split_by(request: ClientRequest, *, submission: UUID) -> bool:
    """Say whether this form has split the request already."""
    return Split.objects.filter(request=request, submission=submission).exists()


def _runs(
    cut: Cut, marks: Sequence[Mark], spans: Sequence[Span]
) -> list[tuple[int, Run]]:
    begins = {span.start for span in spans}
    runs: list[tuple[int, Run]] = []
    for place, mark in zip(cut.pieces, marks, strict=True):
        left_out = mark is Mark.LEFT_OUT
        shown = Mark.BEGINS if place.start in begins else mark
        after_left_out = bool(runs) and runs[-1][1][-1][1] is Mark.LEFT_OUT
        if not runs or place.start in begins or (left_out and not after_left_out):
            runs.append((place.start, []))
        runs[-1][1].append((place, shown))
    return runs


def _pieces(cut: Cut, run: Run, marked: Sequence[Marked]) -> list[Piece]:
    first = cut.pieces[0]
    return [
        Piece(place.start, _shown(cut, place, marked), mark, _choices(place != first))
        for place, mark in run
    ]


def _marked(answer: Triage, rules: Rulebook, *, at: int) -> list[Marked]:
    """Return what the findings quote of a part, in the text that it begins AT."""
    return [
        Marked(
            at + span.start,
            at + span.end,
            found.rule,
            title_of(rules.rule(found.rule)),
            found.verdict,
        )
        for found in answer.findings
        for span in found.spans
    ]


def _choices(may_go_on: bool) -> list[Choice]:
    # Nothing stands before the first piece that it could go on with.
    return [each for each in CHOICES if may_go_on or each.mark != Mark.GOES_ON]


def _shown(cut: Cut, place: Span, marked: Sequence[Marked]) -> list[Segment]:
    inside = [
        Marked(m.start - place.start, m.end - place.start, m.rule, m.title, m.verdict)
        for m in marked
    ]
    return segments(cut.text[place.start : place.end], inside)


def _group(pieces: list[Piece], number: int, answer: Triage, rules: Rulebook) -> Group:
    codes = dict.fromkeys(found.rule for found in answer.findings)
    titles = tuple(title_of(rules.rule(code)) for code in codes)
    return Group(pieces, number, answer.verdict, answer.language, titles)


def _seen(held: Sequence[Finding]) -> list[Seen]:
    return [
        Seen(start, end, row.rule, row.verdict)
        for row in held
        for start, end in row.spans
    ]
