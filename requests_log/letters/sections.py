"""The parts of the letter, each prepared for the template in the active language."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext

from .letter import Letter
from .moments import day_text, moment_text, recorded_text
from .parts import (
    Argument,
    Authority,
    Decision,
    Factor,
    Finding,
    Sending,
    StrategyLine,
    TimelineEntry,
)
from .shown import paragraphs
from .wording import (
    ASKED_BY,
    FACTORS,
    RECORDED_AFTER,
    SENT_BY,
    STANDINGS,
    place,
    step,
)

Section = dict[str, Any]
HALF = 32  # of a SHA-256 in hex


def asked(letter: Letter) -> Section:
    """Return the request as quotation, with how and when it came in."""
    moment = letter.asked.moment
    when = moment_text(moment.happened_at, letter.zone)
    return {
        "source": ASKED_BY[letter.asked.channel] % {"moment": when},
        "sent_by": letter.asked.sent_by,
        "recorded": recorded_text(moment, letter.zone),
        "paragraphs": paragraphs(letter.asked.words),
    }


def advice(letter: Letter) -> Section:
    """Return what is recommended and why, with what can come of the request."""
    given = letter.advice
    moment = given.moment
    return {
        "when": moment_text(moment.happened_at, letter.zone),
        "recorded": recorded_text(moment, letter.zone),
        "version": given.version,
        "findings": [_finding(each, given.arguments) for each in given.findings],
        "arguments": list(_by_factor(given.arguments)),
        "consequences": given.consequences,
        "is_ticked": any(each.ticked for each in given.consequences),
        "alternatives": [paragraphs(each) for each in given.alternatives],
    }


def decision(taken: Decision, zone: str) -> Section:
    """Return the client's decision as quotation, and how it came to be known."""
    when = moment_text(taken.moment.happened_at, zone)
    return {
        "paragraphs": paragraphs(taken.words) if taken.words else (),
        "name": taken.by_name,
        "role": taken.by_role,
        "how": _how_it_is_known(taken, when),
        "standing": str(STANDINGS[taken.standing]) % {"name": taken.by_name},
        "recorded": recorded_text(taken.moment, zone),
        "is_recorded": bool(taken.recorded_by),
        "proofs": [
            {"name": proof.name, "hash": (proof.sha256[:HALF], proof.sha256[HALF:])}
            for proof in taken.proofs
        ],
    }


def sendings(sent: tuple[Sending, ...], zone: str) -> list[Section]:
    """Return how and when the advice went out, as the consultant noted it."""
    return [
        {
            "how": SENT_BY[each.way]
            % {"moment": moment_text(each.moment.happened_at, zone)},
            "recorded": recorded_text(each.moment, zone),
            "is_reminder": each.reminder > 0,
        }
        for each in sent
    ]


def timeline(letter: Letter) -> list[Section]:
    """Return the rows of the audit trail."""
    return [_row(entry, letter.zone) for entry in letter.timeline]


def _how_it_is_known(taken: Decision, when: str) -> str:
    if taken.recorded_by:
        words = RECORDED_AFTER[taken.channel]
        return words % {"name": taken.recorded_by, "moment": when}
    return gettext(
        "Typed by %(name)s on the private page of this recommendation, on %(moment)s."
    ) % {"name": taken.by_name, "moment": when}


def _finding(finding: Finding, arguments: tuple[Argument, ...]) -> Section:
    line = finding.strategy
    # Who drew up the advice may have made an argument of it: said once is enough.
    is_new = line and not any(line.line in each.text for each in arguments)
    return {
        "title": finding.title,
        "why": paragraphs(finding.why),
        "quotes": finding.quotes,
        "own": _own(finding.own_version) if finding.own_version else "",
        "strategy": _strategy(line) if line and is_new else "",
        "authorities": [
            _authority(each) for each in finding.authorities if each.verified
        ],
    }


def _own(version: int) -> str:
    return gettext(
        "A rule of the consultant's own (version %(number)s);"
        " not a law or a platform's rule."
    ) % {"number": version}


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
