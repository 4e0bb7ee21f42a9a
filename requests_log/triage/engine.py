"""The entry: rules to findings to a verdict."""

from collections.abc import Iterator
from itertools import islice

from consultancy.strategy_file import Strategy
from requests_log.triage.conditions import Condition, Match
from requests_log.triage.facts import breaches
from requests_log.triage.findings import (
    SEVERITIES,
    VERDICTS,
    Finding,
    SetAside,
    Span,
    Triage,
)
from requests_log.triage.intent import Cue, cue_against
from requests_log.triage.quotes import quotes
from requests_log.triage.reading import Reading, read
from requests_log.triage.rulebook import Rule, Rulebook
from requests_log.triage.weighing import weigh

MOST_BREACHES = 40


def triage(
    text: str,
    *,
    strategy: Strategy | None,
    wanted_in_days: int | None,
    language: str | None = None,
    rulebook: Rulebook,
) -> Triage:
    """What the rules say of a client's message; the same input, the same answer."""
    reading = read(
        text,
        rulebook.lexicon,
        rulebook.tongues,
        language=language,
        wanted_in_days=wanted_in_days,
        own_words=rulebook.own_words,
    )
    held: list[Finding] = []
    aside: list[SetAside] = []
    if reading.language is not None:
        heard = [rule for rule in rulebook.rules if rule.fact is None]
        practice = [rule for rule in heard if rule.version is None]
        for rule in practice:
            _try(rule, reading, held, aside)
        for rule in rulebook.rules:
            if rule.fact is not None and strategy is not None:
                _compare(rule, reading, strategy, held, aside)
        if not held:
            for rule in practice:
                _try(rule, reading, held, aside, alone=True)
        weigh(reading, strategy, held, aside, rulebook)
        # Last: one's own rules silence no shipped one, and nothing outweighs them.
        for rule in heard[len(practice) :]:
            _try(rule, reading, held, aside)
    held.sort(key=_worst_first)
    verdict = held[0].verdict if held else "fine"
    return Triage(
        verdict, tuple(held), tuple(aside), rulebook.fingerprint, reading.language
    )


def hear(text: str, rule: Rule, *, rulebook: Rulebook) -> Finding | SetAside | None:
    """What one RULE of the rulebook says of a message, whatever others say."""
    reading = read(
        text, rulebook.lexicon, rulebook.tongues, own_words=rulebook.own_words
    )
    held: list[Finding] = []
    aside: list[SetAside] = []
    if reading.language is not None:
        _try(rule, reading, held, aside)
    if held:
        return held[0]
    return aside[0] if aside else None


def _try(
    rule: Rule,
    reading: Reading,
    held: list[Finding],
    aside: list[SetAside],
    *,
    alone: bool = False,
) -> None:
    """Hold or set aside what the rule hears; `alone` when no other rule did."""
    fired: list[Match] = []
    spared: list[tuple[Match, Cue]] = []
    conditions = tuple(each for each in rule.when if each.alone == alone)
    for condition, match in _matches(conditions, reading):
        cue = _spared_by(rule, match, reading, condition.despite)
        if cue is None:
            fired.append(match)
        else:
            spared.append((match, cue))
    if fired:
        held.append(_finding(rule, fired, reading))
    elif spared:
        match, cue = spared[0]
        aside.append(_set_aside(_finding(rule, [match], reading), cue, reading))


def _compare(
    rule: Rule,
    reading: Reading,
    strategy: Strategy,
    held: list[Finding],
    aside: list[SetAside],
) -> None:
    spared: list[SetAside] = []
    broken: dict[tuple[str, str], list[Match]] = {}
    found = breaches(rule.fact or "", reading, strategy)
    for breach in islice(found, MOST_BREACHES):
        match, line = Match(breach.places), (breach.field, breach.line)
        cue = _spared_by(rule, match, reading, rule.despite | breach.despite)
        if cue is None:
            broken.setdefault(line, []).append(match)
        else:
            spared.append(
                _set_aside(_finding(rule, [match], reading, *line), cue, reading)
            )
    # One line broken in three places is one finding that quotes all three.
    held.extend(
        _finding(rule, matches, reading, *line) for line, matches in broken.items()
    )
    if not broken:
        aside.extend(spared[:1])


def _matches(
    conditions: tuple[Condition, ...], reading: Reading
) -> Iterator[tuple[Condition, Match]]:
    for condition in conditions:
        for match in condition.matches(reading.text, reading.hits):
            yield condition, match


def _spared_by(
    rule: Rule, match: Match, reading: Reading, despite: frozenset[str]
) -> Cue | None:
    for condition in rule.unless:
        for other in condition.matches(reading.text, reading.hits):
            own = any(match.covers(place) for place in other.ranges)
            if not own and condition.reaches(match, other, reading.text):
                return Cue("allowed", other.ranges[0])
    return cue_against(match, reading, despite | rule.despite)


def _finding(
    rule: Rule,
    matches: list[Match],
    reading: Reading,
    field: str | None = None,
    line: str | None = None,
) -> Finding:
    places = (
        part
        for match in matches
        for place in match.ranges
        for part in reading.hits.parts(place)
    )
    quoted = quotes(places, reading)
    return Finding(rule.code, rule.verdict, rule.severity, quoted, field, line)


def _set_aside(finding: Finding, cue: Cue, reading: Reading) -> SetAside:
    return SetAside(finding, cue.name, Span(*reading.text.span(*cue.place)))


def _worst_first(finding: Finding) -> tuple[int, int, str, str]:
    return (
        VERDICTS.index(finding.verdict),
        SEVERITIES.index(finding.severity),
        finding.rule,
        finding.strategy_line or "",
    )
