"""The entry: rules to findings to a verdict."""

from collections.abc import Mapping, Sequence
from itertools import islice

from consultancy.strategy_file import Strategy
from requests_log.triage.conditions import Condition, Match
from requests_log.triage.facts import breaches
from requests_log.triage.findings import (
    Finding,
    SetAside,
    Span,
    Triage,
    worst_first,
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
        heard = rulebook.heard(reading.hits)
        shipped = [rule for rule in rulebook.rules if rule.version is None]
        own = [rule for rule in rulebook.rules if rule.version is not None]
        _try(shipped, heard, reading, held, aside)
        for rule in shipped:
            if rule.fact is not None and strategy is not None:
                _compare(rule, reading, strategy, held, aside)
        if not held:
            _try(shipped, heard, reading, held, aside, alone=True)
        weigh(reading, strategy, held, aside, rulebook)
        # Last: one's own rules silence no shipped one, and nothing outweighs them.
        _try(own, heard, reading, held, aside)
    held.sort(key=worst_first)
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
        _try([rule], rulebook.heard(reading.hits), reading, held, aside)
    if held:
        return held[0]
    return aside[0] if aside else None


def _try(
    rules: Sequence[Rule],
    heard: Mapping[str, Sequence[Condition]],
    reading: Reading,
    held: list[Finding],
    aside: list[SetAside],
    *,
    alone: bool = False,
) -> None:
    """Hold or set aside what the rules hear; `alone` when no other rule did."""
    for rule in rules:
        found = [
            (match, condition.despite)
            for condition in heard.get(rule.code, ())
            if condition.alone == alone
            for match in condition.matches(reading.text, reading.hits)
        ]
        if found:
            _judge(rule, found, reading, held, aside)


def _judge(
    rule: Rule,
    found: Sequence[tuple[Match, frozenset[str]]],
    reading: Reading,
    held: list[Finding],
    aside: list[SetAside],
) -> None:
    exceptions = _exceptions(rule, reading)
    cues = [
        (match, _spared_by(rule, match, reading, exceptions, despite))
        for match, despite in found
    ]
    fired = [match for match, cue in cues if cue is None]
    if fired:
        held.append(_finding(rule, fired, reading))
        return
    match, cue = cues[0]
    if cue is not None:
        aside.append(_set_aside(_finding(rule, [match], reading), cue, reading))


def _compare(
    rule: Rule,
    reading: Reading,
    strategy: Strategy,
    held: list[Finding],
    aside: list[SetAside],
) -> None:
    found = list(islice(breaches(rule.fact or "", reading, strategy), MOST_BREACHES))
    exceptions = _exceptions(rule, reading) if found else []
    spared: list[SetAside] = []
    broken: dict[tuple[str, str], list[Match]] = {}
    for breach in found:
        match, line = Match(breach.places), (breach.field, breach.line)
        cue = _spared_by(rule, match, reading, exceptions, breach.despite)
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


def _exceptions(rule: Rule, reading: Reading) -> list[tuple[Condition, Match]]:
    """What in the message may allow what the rule objects to."""
    return [
        (condition, match)
        for condition in rule.unless
        for match in condition.matches(reading.text, reading.hits)
    ]


def _spared_by(
    rule: Rule,
    match: Match,
    reading: Reading,
    exceptions: Sequence[tuple[Condition, Match]],
    despite: frozenset[str],
) -> Cue | None:
    for condition, other in exceptions:
        if condition.reaches(match, other, reading.text) and not match.shares(other):
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
