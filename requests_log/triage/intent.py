"""Is it asked for, or only mentioned? Cues weighed clause by clause."""

from dataclasses import dataclass

from requests_log.triage.conditions import Match
from requests_log.triage.lexicon import Range
from requests_log.triage.reading import Reading

NEGATION_REACH = 6
CUES = ("negation", "refusal", "permission", "opinion", "report", "clean_up")


@dataclass(frozen=True)
class Cue:
    """What spoke for setting a match aside, and where it stood."""

    name: str
    place: Range


def cue_against(
    match: Match, reading: Reading, despite: frozenset[str] = frozenset()
) -> Cue | None:
    """The first cue that makes the match a mention and no request."""
    for name in CUES:
        if name not in despite:
            place = _FINDERS[name](match, reading)
            if place and (name == "report" or not match.covers(place)):
                return Cue(name, place)
    return None


def _negation(match: Match, reading: Reading) -> Range | None:
    clause = reading.text.clause_of
    false_friends = reading.of("cue_not_negation")
    for first, last in reversed(reading.of("cue_negation")):
        before = 0 <= match.first - last <= NEGATION_REACH
        same = before and clause[first] == clause[match.first]
        if same and not any(a < last and first < b for a, b in false_friends):
            return first, last
    return None


def _refusal(match: Match, reading: Reading) -> Range | None:
    return _in_reach(match, reading, "cue_refusal", ahead=1, behind=0)


def _permission(match: Match, reading: Reading) -> Range | None:
    place = _in_reach(match, reading, "cue_permission", ahead=1, behind=1)
    if place is None or _ordered(match, reading):
        return None
    return place


def _opinion(match: Match, reading: Reading) -> Range | None:
    place = _in_reach(match, reading, "cue_opinion", ahead=1, behind=0)
    if place is None or not reading.text.asks(place[0]) or _ordered(match, reading):
        return None
    return place


def _report(match: Match, reading: Reading) -> Range | None:
    if reading.of("cue_do_the_same"):
        return None
    for first, last in reading.of("cue_report"):
        clause = reading.text.clause_of
        if clause[first] == clause[match.first] and first <= match.first + 2:
            return first, last
    return None


def _clean_up(match: Match, reading: Reading) -> Range | None:
    return _in_reach(match, reading, "cue_clean_up", ahead=1, behind=1)


def _in_reach(
    match: Match, reading: Reading, name: str, *, ahead: int, behind: int
) -> Range | None:
    sentence = reading.text.sentence_of
    here = sentence[match.first]
    for first, last in reading.of(name):
        if here - behind <= sentence[first] <= here + ahead:
            return first, last
    return None


def _same_sentence(token: int, match: Match, reading: Reading) -> bool:
    sentence = reading.text.sentence_of
    return sentence[token] == sentence[match.first]


def _ordered(match: Match, reading: Reading) -> bool:
    return any(
        _same_sentence(first, match, reading) for first, _ in reading.of("cue_order")
    )


_FINDERS = {
    "negation": _negation,
    "refusal": _refusal,
    "permission": _permission,
    "opinion": _opinion,
    "report": _report,
    "clean_up": _clean_up,
}
