"""What a rule of one's own, saved or not, would say of a message."""

from dataclasses import dataclass

from consultancy.selectors.reader import reading_language
from requests_log.triage.engine import triage
from requests_log.triage.findings import Finding, SetAside
from requests_log.triage.own_rule import OwnRule
from requests_log.triage.own_rulebook import OwnVersion, with_own

from .marked_text import Mark, Segment, segments
from .rulebook import rulebook

TRIED = "own-0"  # no rule's code


@dataclass(frozen=True)
class Trial:
    """`verdict` is empty where the rule stays quiet; `cue` is what set it aside.

    `language` is None where no rule could read the message. `others` are the titles
    of the shipped rules that speak too.
    """

    verdict: str
    cue: str
    segments: list[Segment]
    language: str | None
    others: list[str]


def try_rule(text: str, rule: OwnRule) -> Trial:
    """Return what RULE says of TEXT, and which shipped practice rules speak."""
    book = with_own(rulebook(), [OwnVersion(TRIED, 1, rule)])
    answer = triage(text, strategy=None, wanted_in_days=None, rulebook=book)
    held = [each for each in answer.findings if each.rule == TRIED]
    aside = [each for each in answer.set_aside if each.finding.rule == TRIED]
    found = held[0] if held else (aside[0] if aside else None)
    language = reading_language()
    shipped = [each.rule for each in answer.findings if each.rule != TRIED]
    return Trial(
        verdict=rule.verdict if held else "",
        cue=found.cue if isinstance(found, SetAside) else "",
        segments=marked(text, found, rule),
        language=answer.language,
        others=[book.rule(code).title[language] for code in dict.fromkeys(shipped)],
    )


def marked(text: str, found: Finding | SetAside | None, rule: OwnRule) -> list[Segment]:
    """Return TEXT with the words marked that made RULE speak, or hear."""
    finding = found.finding if isinstance(found, SetAside) else found
    name = rule.said(reading_language()).name
    marks = [
        Mark(span.start, span.end, TRIED, name, rule.verdict)
        for span in (finding.spans if finding else ())
    ]
    return segments(text, marks)
