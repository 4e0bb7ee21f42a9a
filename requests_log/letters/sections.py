"""The parts of the letter, each prepared for the template in the active language."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext

from .moments import day_text, moment_text, recorded_text
from .parts import Argument, Authority, Factor, Finding, StrategyLine, TimelineEntry
from .shown import paragraphs
from .wording import ASKED_BY, FACTORS, RECORDED_AFTER, place, step
from .written_recommendation import WrittenRecommendation

Section = dict[str, Any]
HALF = 32  # of a SHA-256 in hex


def asked(letter: WrittenRecommendation) -> Section:
    """Return the request as quotation, with how and when it came in."""
    moment = letter.asked.moment
    when = moment_text(moment.happened_at, letter.zone)
    return {
        "source": ASKED_BY[letter.asked.channel] % {"moment": when},
        "recorded": recorded_text(moment, letter.zone),
        "paragraphs": paragraphs(letter.asked.words),
    }


def advice(letter: WrittenRecommendation) -> Section:
    """Return what is recommended and why, with what can come of the request."""
    given = letter.advice
    moment = given.moment
    return {
        "when": moment_text(moment.happened_at, letter.zone),
        "recorded": recorded_text(moment, letter.zone),
        "version": given.version,
        "findings": [_finding(each) for each in given.findings],
        "arguments": list(_by_factor(given.arguments)),
        "consequences": given.consequences,
        "is_ticked": any(each.ticked for each in given.consequences),
        "alternatives": [paragraphs(each) for each in given.alternatives],
    }


def decision(letter: WrittenRecommendation) -> Section:
    """Return the client's decision as quotation, and how it came to be known."""
    taken = letter.decision
    when = moment_text(taken.moment.happened_at, letter.zone)
    return {
        "paragraphs": paragraphs(taken.words),
        "name": taken.by_name,
        "role": taken.by_role,
        "how": _how_it_is_known(letter, when),
        "recorded": recorded_text(taken.moment, letter.zone),
    }


def timeline(letter: WrittenRecommendation) -> list[Section]:
    """Return the rows of the audit trail."""
    return [_row(entry, letter.zone) for entry in letter.timeline]


def _how_it_is_known(letter: WrittenRecommendation, when: str) -> str:
    taken = letter.decision
    if taken.recorded_by:
        words = RECORDED_AFTER[taken.channel]
        return words % {"name": taken.recorded_by, "moment": when}
    return gettext(
        "Typed by %(name)s on the private page of this recommendation, on %(moment)s."
    ) % {"name": taken.by_name, "moment": when}


def _finding(finding: Finding) -> Section:
    return {
        "title": finding.title,
        "why": paragraphs(finding.why),
        "quotes": finding.quotes,
        "strategy": _strategy(finding.strategy) if finding.strategy else "",
        "authorities": [
            _authority(each) for each in finding.authorities if each.verified
        ],
    }


def _strategy(strategy: StrategyLine) -> str:
    day = day_text(strategy.on)
    if strategy.agreed:
        words = gettext("The strategy says: %(line)s (agreed on %(day)s).")
    else:
        words = gettext(
            "The strategy says: %(line)s (noted by the consultant on %(day)s)."
        )
    return words % {"line": strategy.line, "day": day}


def _authority(authority: Authority) -> str:
    parts = (authority.name, authority.article, place(authority.holds_in))
    named = ", ".join(part for part in parts if part)
    if authority.checked_on is None:
        return named
    return gettext("%(authority)s (checked on %(day)s)") % {
        "authority": named,
        "day": day_text(authority.checked_on),
    }


def _by_factor(arguments: tuple[Argument, ...]) -> Iterator[Section]:
    for factor in Factor:
        texts = [paragraphs(each.text) for each in arguments if each.factor is factor]
        if texts:
            yield {"label": FACTORS[factor], "texts": texts}


def _row(entry: TimelineEntry, zone: str) -> Section:
    return {
        "seq": entry.seq,
        "when": moment_text(entry.at, zone),
        "what": step(entry.kind),
        "who": entry.actor,
        "note": entry.note,
        "hash": (entry.hash[:HALF], entry.hash[HALF:]),
    }
